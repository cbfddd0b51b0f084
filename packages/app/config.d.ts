export interface Config {
  portal?: {
    signIn?: {
      /**
       * Which ways to sign in the first page offers, in this order. `sandbox`
       * needs auth.providers.sandbox and is refused in production; `github` and
       * `oidc` need the auth provider of that name.
       *
       * @deepVisibility frontend
       */
      providers?: Array<'sandbox' | 'github' | 'oidc'>;
    };
  };
}
