/**
 * Arguments that may be other than encryption-table.mjs demands: the one value
 * that is taken instead, why, and until when this must be looked at again.
 */
export const encryptionExceptions = [
  {
    module: 'state',
    resource: 'aws_s3_bucket_server_side_encryption_configuration.logs',
    path: 'rule.apply_server_side_encryption_by_default.sse_algorithm',
    value: 'AES256',
    reason: 'S3 delivers access logs only to buckets with keys of S3',
    until: '2027-05-31',
  },
  {
    module: 'state',
    resource: 'aws_s3_bucket_server_side_encryption_configuration.logs',
    path: 'rule.apply_server_side_encryption_by_default.kms_master_key_id',
    value: undefined,
    reason: 'S3 delivers access logs only to buckets with keys of S3',
    until: '2027-05-31',
  },
];
