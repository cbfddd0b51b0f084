export * from './components/Age';
export * from './components/EntityLinkCell';
export * from './components/StatePanel';
export * from './components/StatusBadge';
export * from './components/TierBadge';
export * from './format';
