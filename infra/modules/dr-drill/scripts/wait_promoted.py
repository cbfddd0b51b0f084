"""Waits until this region's cluster is the writer of the global cluster.

Asks for the state instead of believing an event: events may come twice, late or never.
"""
import time

import boto3

LIMIT_SECONDS = 560  # a script step of Automation ends after 600


def handler(events, context, sleep=time.sleep, now=time.monotonic):
    rds = boto3.client("rds", region_name=events["ToRegion"])
    target = events["ToClusterArn"]
    end = now() + LIMIT_SECONDS
    state = "unknown"
    while now() < end:
        cluster = rds.describe_global_clusters(GlobalClusterIdentifier=events["GlobalClusterIdentifier"])["GlobalClusters"][0]
        state = cluster["Status"]
        writers = [m["DBClusterArn"] for m in cluster["GlobalClusterMembers"] if m["IsWriter"]]
        if writers == [target] and state == "available":
            return {"writer": target, "status": state}
        sleep(5)
    raise RuntimeError(f"{target} is not the writer after {LIMIT_SECONDS} s, the global cluster is {state}")
