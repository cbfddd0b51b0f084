export interface Config {
  portal?: {
    /**
     * Entity refs of the groups whose direct members run the portal: they may
     * unregister anything and see every run. A name alone means a group of the
     * default namespace. Without this key nobody may do what needs them.
     */
    platformGroups?: string[];
    /**
     * Entity refs of the groups whose direct members are executives or
     * directors: they may exempt a component from the frozen promotion gate.
     */
    leadershipGroups?: string[];
  };
}
