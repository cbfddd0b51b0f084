export interface Config {
  techdocs?: {
    /**
     * Where mkdocs comes from when `techdocs.builder` and
     * `techdocs.generator.runIn` are both `local`.
     */
    localMkdocs?: {
      /**
       * Folder of the virtual environment, made on the first build. Relative
       * to the folder that the backend was started in; `.data/techdocs-venv`
       * if not given.
       */
      directory?: string;
      /**
       * Python to make it with: a command or an absolute path. Looked up on
       * the PATH if not given.
       */
      python?: string;
    };
  };
}
