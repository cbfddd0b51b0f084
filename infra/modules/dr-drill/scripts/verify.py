"""Proves the recovery: the synthetic write and read works so many times in a row.

The answer carries the first success of the unbroken row (T8) and its last one.
"""
import time
import urllib.request
from datetime import datetime, timezone

LIMIT_SECONDS = 560  # a script step of Automation ends after 600


def utc():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")


def probe(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except Exception:
        return False


def handler(events, context, sleep=time.sleep, now=time.monotonic, ask=probe):
    wanted = int(events["Successes"])
    end = now() + LIMIT_SECONDS
    row, first = 0, ""
    while now() < end:
        if ask(events["Url"]):
            row += 1
            first = first or utc()
            if row >= wanted:
                return {"firstGoodAt": first, "verifiedAt": utc(), "successes": str(row)}
        else:
            row, first = 0, ""
        sleep(2)
    raise RuntimeError(f"{events['Url']} did not answer 200 {wanted} times in a row within {LIMIT_SECONDS} s")
