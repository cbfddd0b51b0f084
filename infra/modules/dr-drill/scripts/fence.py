"""Fences the old writer: nobody reaches it any more, and no session survives.

Runs only in an unplanned failover. A planned switchover is fenced by Aurora.
The old region may be gone altogether; then nothing can be fenced from here, the
result says so, and the failover goes on (Aurora reports RDS-EVENT-0390 or 0391).
"""
import boto3
from botocore.config import Config

QUICK = Config(connect_timeout=5, read_timeout=20, retries={"max_attempts": 2})


def handler(events, context):
    region = events["FromRegion"]
    cluster_id = events["FromClusterArn"].split(":")[-1]
    try:
        rds = boto3.client("rds", region_name=region, config=QUICK)
        ec2 = boto3.client("ec2", region_name=region, config=QUICK)
        groups = ec2.describe_security_groups(
            Filters=[{"Name": "group-name", "Values": [events["QuarantineGroupName"]]}]
        )["SecurityGroups"]
        if len(groups) != 1:
            return {"fenced": "no", "reason": f"{len(groups)} groups are called {events['QuarantineGroupName']}"}
        cluster = rds.describe_db_clusters(DBClusterIdentifier=cluster_id)["DBClusters"][0]
        rds.modify_db_cluster(
            DBClusterIdentifier=cluster_id,
            VpcSecurityGroupIds=[groups[0]["GroupId"]],
            ApplyImmediately=True,
        )
        # Rules stop new connections; a restart ends those that are open.
        writers = [m["DBInstanceIdentifier"] for m in cluster["DBClusterMembers"] if m["IsClusterWriter"]]
        for writer in writers:
            rds.reboot_db_instance(DBInstanceIdentifier=writer)
        return {"fenced": "yes", "reason": f"{cluster_id} is behind {groups[0]['GroupId']}, restarted {', '.join(writers)}"}
    except Exception as error:  # the region is lost: this is why we are here
        return {"fenced": "no", "reason": f"{region} does not answer: {type(error).__name__}"}
