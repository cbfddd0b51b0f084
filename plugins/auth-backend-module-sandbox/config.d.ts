export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign in as any person of the catalog, without a password. For the
       * sandbox only: the backend refuses to start with this key when
       * NODE_ENV is production. Needs `auth.session.secret`, which signs the
       * cookie that remembers the person.
       */
      sandbox?: {};
    };
  };
}
