export * from './access-codes/quota';
export * from './comments/policy';
export * from './direction';
export * from './figures';
export * from './ideas/policy';
export * from './ideas/slug';
export * from './identity/names';
export * from './viewer';
