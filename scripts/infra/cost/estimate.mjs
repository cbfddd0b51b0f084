import { free, hourly, named } from './kinds.mjs';

/** Amounts are whole micro-dollars: sums of many small lines stay exact. */
export const micro = usd => Math.round(usd * 1e6);

/** Price of a quantity that gets cheaper step by step. */
export function tiered(steps, quantity) {
  let left = quantity;
  let sum = 0;
  for (const [size, price] of steps) {
    const part = size === null ? left : Math.min(left, size);
    sum += part * price;
    left -= part;
  }
  return sum;
}

/**
 * What an environment costs in a month.
 *
 * @param input.inventory - counts by root, from the plans
 * @param input.prices - infra/cost/prices.json
 * @param input.assumptions - infra/cost/assumptions.json
 * @param input.spotPercent - share of vCPUs by environment, of module karpenter
 * @param input.factor - traffic compared with today's
 * @returns lines `{ root, environment, region, group, item, micros }`
 */
export function estimate({
  inventory,
  prices,
  assumptions,
  spotPercent,
  factor,
}) {
  const lines = [];
  const hours = assumptions.hoursPerMonth.value;
  const priceOf = (kind, region) => {
    const price = prices.prices[kind]?.[region];
    if (price === undefined) {
      throw new Error(`prices.json has no price of "${kind}" in ${region}`);
    }
    return price;
  };
  const put = (root, group, item, usd) => {
    const [environment, region] = root.split('/');
    lines.push({ root, environment, region, group, item, micros: micro(usd) });
  };
  const use = (root, group, item, kind, quantity) =>
    put(root, group, item, quantity * priceOf(kind, root.split('/')[1]));

  for (const [root, counts] of Object.entries(inventory)) {
    const region = root.split('/')[1];
    for (const [kind, count] of Object.entries(counts)) {
      if (!free.has(kind)) {
        const { item, group } = named(kind);
        const times = hourly.test(kind) ? hours : 1;
        put(root, group, item, count * times * priceOf(kind, region));
      }
    }
  }

  const { traffic, compute, stores, operations } = assumptions;
  const seconds = hours * 3600;
  const requests =
    traffic.peakRequestsPerSecond.value *
    factor *
    traffic.averageOfPeak.value *
    seconds;
  const eventsGb =
    (((traffic.eventsPerSecondPeakAtTwice.value / 2) *
      factor *
      traffic.averageOfPeakEvents.value *
      traffic.kilobytesPerEvent.value) /
      1e6) *
    seconds;

  const nodes = (root, pods) => {
    const [environment] = root.split('/');
    const vcpus = (pods * compute.vcpuPerPod.value) / compute.packing.value;
    const spot = spotPercent[environment] / 100;
    const suffix = ['dev', 'staging'].includes(environment)
      ? 'nodes of dev and staging'
      : undefined;
    use(
      root,
      'clusters',
      suffix ?? 'nodes on demand',
      'node-vcpu',
      vcpus * (1 - spot) * hours,
    );
    use(
      root,
      'clusters',
      suffix ?? 'nodes spot',
      'node-vcpu',
      vcpus * spot * (1 - compute.spotDiscount.value) * hours,
    );
    use(
      root,
      'clusters',
      'node disks',
      'ebs-gib',
      vcpus * compute.gibPerVcpu.value,
    );
    return vcpus;
  };

  const { why: _why, ...share } = traffic.share;
  for (const [region, part] of Object.entries(share)) {
    const root = `prod/${region}`;
    const own = requests * part;
    const gb = (own * traffic.kilobytesPerResponse.value) / 1e6;
    const vcpus = nodes(
      root,
      (compute.prodPodsAtTwice.value / 2) *
        factor *
        compute.averageOfPeakPods.value *
        part,
    );
    use(root, 'edge', 'CloudFront requests', 'cloudfront-requests', own / 1e6);
    if (inventory['prod/us-east-1']?.['shield-advanced']) {
      use(root, 'edge', 'WAF and Shield', 'shield-gb', gb);
    } else {
      use(root, 'edge', 'WAF and Shield', 'waf-requests', own / 1e6);
    }
    use(
      root,
      'network',
      'traffic between zones',
      'zone-transfer-gb',
      ((own *
        traffic.internalCallsPerRequest.value *
        traffic.kilobytesPerResponse.value) /
        1e6) *
        traffic.crossZoneShare.value,
    );
    use(
      root,
      'network',
      'NAT traffic',
      'nat-gb',
      (operations.natGbPerProdRegion.value * factor) / 2,
    );
    const io =
      own *
      stores.databaseShareOfRequests.value *
      stores.ioPerDatabaseRequest.value;
    use(root, 'databases', 'Aurora I/O', 'aurora-io', io / 1e6);
    use(
      root,
      'databases',
      'Aurora replication',
      'aurora-replicated-write',
      (io * stores.writeShareOfIo.value) / 1e6,
    );
    use(
      root,
      'databases',
      'Aurora storage',
      'aurora-gib',
      (inventory[root]?.['aurora-cluster'] ?? 0) * stores.gibPerDatabase.value,
    );
    use(
      root,
      'databases',
      'DynamoDB',
      'dynamodb-read',
      (own * stores.dynamodbReadShare.value) / 1e6,
    );
    // A write is paid for in each region that keeps it.
    use(
      root,
      'databases',
      'DynamoDB',
      'dynamodb-write',
      (requests * stores.dynamodbWriteShare.value) / 1e6,
    );
    use(
      root,
      'databases',
      'DynamoDB',
      'dynamodb-gib',
      stores.dynamodbGib.value,
    );
    use(root, 'operations', 'S3', 's3-gib', stores.s3GibPerProdRegion.value);
    use(
      root,
      'operations',
      'S3',
      's3-requests',
      stores.s3WritesPerMonthThousand.value / 2,
    );
    use(
      root,
      'operations',
      'logs in CloudWatch',
      'log-gb',
      (operations.logGbPerProdRegion.value * factor) / 2,
    );
    use(root, 'operations', 'GuardDuty', 'guardduty-vcpu', vcpus);
    use(
      root,
      'operations',
      'GuardDuty',
      'guardduty-gb',
      (operations.guarddutyGbPerProdRegion.value * factor) / 2,
    );
  }

  const totalGb = (requests * traffic.kilobytesPerResponse.value) / 1e6;
  const home = 'prod/us-east-1';
  put(
    home,
    'edge',
    'CloudFront traffic',
    tiered(prices.tiers['cloudfront-gb'].steps, totalGb),
  );
  use(
    home,
    'edge',
    'DNS queries',
    'dns-queries',
    operations.dnsQueriesMillion.value,
  );
  use(
    'prod/eu-west-1',
    'events',
    'Kafka replicator',
    'kafka-replicated-gb',
    eventsGb,
  );
  use(
    'prod/eu-west-1',
    'events',
    'Kafka replicator',
    'region-transfer-gb',
    eventsGb,
  );
  use(
    home,
    'operations',
    'AWS Config',
    'config-item',
    operations.configItems.value,
  );
  use(
    home,
    'operations',
    'images',
    'inspector-image',
    operations.scannedImages.value,
  );
  use(home, 'operations', 'images', 'ecr-gib', operations.ecrGib.value);
  use(home, 'operations', 'backups', 'backup-gib', operations.backupGib.value);
  use(
    home,
    'analytics on GCP',
    'Dataproc',
    'dataproc-vm',
    operations.dataprocVms.value * hours,
  );
  use(
    home,
    'analytics on GCP',
    'events sent there',
    'internet-gb',
    eventsGb * operations.eventsToGcpShare.value,
  );
  use(
    'network/us-east-1',
    'network',
    'transit gateway, VPN, resolvers',
    'tgw-gb',
    operations.tgwGbPerMonth.value,
  );

  const { why: _reason, ...otherPods } = compute.otherPods;
  for (const [root, pods] of Object.entries(otherPods)) {
    nodes(root, pods);
    use(
      root,
      'operations',
      'logs in CloudWatch',
      'log-gb',
      operations.logGbElsewhere.value,
    );
  }
  return lines;
}
