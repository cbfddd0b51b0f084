import { variableOf } from '../plan.mjs';

/** A root works in the account whose folder it lies in, and in no other. */
export function checkAccounts(root, plan, { company }) {
  const [account] = root.split('/');
  const expected = company.accounts[account]?.id;
  if (!expected) {
    return [`${account} is no account of company.json`];
  }
  const problems = [];
  if (variableOf(plan, 'account_id') !== expected) {
    problems.push(
      `account_id is ${variableOf(
        plan,
        'account_id',
      )}, company.json says ${expected}`,
    );
  }
  const provider = plan.configuration?.provider_config?.aws?.expressions;
  const references = provider?.allowed_account_ids?.references ?? [];
  if (!references.includes('var.account_id')) {
    problems.push('the provider does not refuse other accounts');
  }
  for (const [name, { id }] of Object.entries(company.accounts)) {
    const known = variableOf(plan, 'accounts')?.[name];
    if (known !== undefined && known !== id) {
      problems.push(`accounts.${name} is ${known}, company.json says ${id}`);
    }
  }
  return problems;
}
