"""Moves traffic: both regions change in one call, on whichever ARC endpoint answers first."""
import boto3
from botocore.config import Config

QUICK = Config(connect_timeout=5, read_timeout=10, retries={"max_attempts": 1})


def handler(events, context):
    changes = [{"RoutingControlArn": arn, "RoutingControlState": "On"} for arn in events["On"]]
    changes += [{"RoutingControlArn": arn, "RoutingControlState": "Off"} for arn in events["Off"]]
    failures = []
    for region, url in sorted(events["Endpoints"].items()):
        try:
            cluster = boto3.client("route53-recovery-cluster", region_name=region, endpoint_url=url, config=QUICK)
            cluster.update_routing_control_states(UpdateRoutingControlStateEntries=changes)
            return {"endpoint": region, "changed": len(changes)}
        except Exception as error:
            failures.append(f"{region}: {type(error).__name__}")
    raise RuntimeError(f"no endpoint of the routing cluster took the change: {'; '.join(failures)}")
