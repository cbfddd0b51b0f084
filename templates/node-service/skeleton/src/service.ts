/** Who this service is. Written by the golden path; the same in catalog-info.yaml. */
export const service = {
  name: '${{ values.name }}',
  owner: '${{ values.owner }}',
  system: '${{ values.system }}',
  tier: '${{ values.tier }}',
} as const;
