"""The scripts of the failover document, against a stand-in for boto3.

Run: python3 -m unittest discover -s infra/modules/dr-drill/tests -p '*_test.py'
"""
import importlib.util
import pathlib
import sys
import types
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent / "scripts"
TARGET = "arn:aws:rds:eu-west-1:123456789012:cluster:orders-eu"
SOURCE = "arn:aws:rds:us-east-1:123456789012:cluster:orders-us"


def load(name, clients):
    """Loads a script with clients[(service, region)] in place of AWS; an exception there is raised."""
    calls = []

    def client(service, region_name=None, **options):
        calls.append((service, region_name, options.get("endpoint_url")))
        answer = clients[(service, region_name)]
        if isinstance(answer, Exception):
            raise answer
        return answer

    boto3 = types.ModuleType("boto3")
    boto3.client = client
    config = types.ModuleType("botocore.config")
    config.Config = lambda **options: options
    sys.modules.update({"boto3": boto3, "botocore": types.ModuleType("botocore"), "botocore.config": config})
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, calls


class Clock:
    def __init__(self):
        self.at = 0

    def now(self):
        return self.at

    def sleep(self, seconds):
        self.at += seconds


class Fence(unittest.TestCase):
    events = {"FromRegion": "us-east-1", "FromClusterArn": SOURCE, "QuarantineGroupName": "q"}

    def clients(self, groups):
        done = []
        rds = types.SimpleNamespace(
            describe_db_clusters=lambda **_: {
                "DBClusters": [{"DBClusterMembers": [
                    {"DBInstanceIdentifier": "orders-us-1", "IsClusterWriter": True},
                    {"DBInstanceIdentifier": "orders-us-2", "IsClusterWriter": False},
                ]}]
            },
            modify_db_cluster=lambda **call: done.append(call),
            reboot_db_instance=lambda **call: done.append(call),
        )
        ec2 = types.SimpleNamespace(describe_security_groups=lambda **_: {"SecurityGroups": groups})
        return done, {("rds", "us-east-1"): rds, ("ec2", "us-east-1"): ec2}

    def test_puts_the_cluster_behind_the_group_and_restarts_its_writer(self):
        done, clients = self.clients([{"GroupId": "sg-1"}])
        module, _ = load("fence", clients)
        self.assertEqual(module.handler(self.events, None)["fenced"], "yes")
        self.assertEqual(done[0], {"DBClusterIdentifier": "orders-us", "VpcSecurityGroupIds": ["sg-1"], "ApplyImmediately": True})
        self.assertEqual(done[1:], [{"DBInstanceIdentifier": "orders-us-1"}])

    def test_says_no_and_changes_nothing_without_the_group(self):
        done, clients = self.clients([])
        module, _ = load("fence", clients)
        self.assertEqual(module.handler(self.events, None)["fenced"], "no")
        self.assertEqual(done, [])

    def test_goes_on_when_the_region_is_gone(self):
        module, _ = load("fence", {("rds", "us-east-1"): TimeoutError()})
        answer = module.handler(self.events, None)
        self.assertEqual(answer, {"fenced": "no", "reason": "us-east-1 does not answer: TimeoutError"})


class WaitPromoted(unittest.TestCase):
    events = {"ToRegion": "eu-west-1", "ToClusterArn": TARGET, "GlobalClusterIdentifier": "orders"}

    def run_with(self, answers):
        answers = iter(answers)
        last = {}

        def describe(**_):
            last["value"] = next(answers, last.get("value"))
            status, writer = last["value"]
            members = [{"DBClusterArn": arn, "IsWriter": arn == writer} for arn in (SOURCE, TARGET)]
            return {"GlobalClusters": [{"Status": status, "GlobalClusterMembers": members}]}

        module, _ = load("wait_promoted", {("rds", "eu-west-1"): types.SimpleNamespace(describe_global_clusters=describe)})
        clock = Clock()
        return module.handler(self.events, None, sleep=clock.sleep, now=clock.now)

    def test_waits_for_the_writer_and_for_the_state(self):
        answer = self.run_with([("failing-over", SOURCE), ("failing-over", TARGET), ("available", TARGET)])
        self.assertEqual(answer["writer"], TARGET)

    def test_gives_up_when_nothing_moves(self):
        with self.assertRaisesRegex(RuntimeError, "is not the writer after 560 s, the global cluster is available"):
            self.run_with([("available", SOURCE)])


class Route(unittest.TestCase):
    events = {"On": ["on"], "Off": ["off"], "Endpoints": {"a": "https://a", "b": "https://b"}}

    def test_takes_the_next_endpoint_and_changes_both_in_one_call(self):
        sent = []
        good = types.SimpleNamespace(update_routing_control_states=lambda **call: sent.append(call))
        module, calls = load("route", {("route53-recovery-cluster", "a"): TimeoutError(), ("route53-recovery-cluster", "b"): good})
        self.assertEqual(module.handler(self.events, None), {"endpoint": "b", "changed": 2})
        self.assertEqual([url for _, _, url in calls], ["https://a", "https://b"])
        self.assertEqual(sent, [{"UpdateRoutingControlStateEntries": [
            {"RoutingControlArn": "on", "RoutingControlState": "On"},
            {"RoutingControlArn": "off", "RoutingControlState": "Off"},
        ]}])

    def test_fails_when_no_endpoint_answers(self):
        dead = {("route53-recovery-cluster", region): TimeoutError() for region in "ab"}
        module, _ = load("route", dead)
        with self.assertRaisesRegex(RuntimeError, "a: TimeoutError; b: TimeoutError"):
            module.handler(self.events, None)


class Verify(unittest.TestCase):
    events = {"Url": "https://probe", "Successes": "3"}

    def run_with(self, answers):
        answers = iter(answers)
        module, _ = load("verify", {})
        clock = Clock()
        return module.handler(self.events, None, sleep=clock.sleep, now=clock.now, ask=lambda url: next(answers, False))

    def test_counts_an_unbroken_row_only(self):
        self.assertEqual(self.run_with([True, True, False, True, True, True])["successes"], "3")

    def test_gives_up_when_it_never_holds(self):
        with self.assertRaisesRegex(RuntimeError, "did not answer 200 3 times in a row"):
            self.run_with([True, False] * 100)


if __name__ == "__main__":
    unittest.main()
