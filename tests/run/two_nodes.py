"""Codes reports with the real coder on a Ray cluster of two nodes of which one is lost half way; prints what became of them, as JSON.

python two_nodes.py REPORTS OUT
"""

import json
import sys
from pathlib import Path

from sayso.export.partitions import rendered
from sayso.run.cluster import Job, on_ray
from sayso.run.coder import Coder
from sayso.run.shards import Reading, shards
from sayso.run.step import Step


def main() -> None:
    """Begin, lose a node, and end."""
    from ray.cluster_utils import Cluster

    reports, out = sys.argv[1:]
    store = 100 << 20
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False, "object_store_memory": store})
    try:
        other = cluster.add_node(num_cpus=1, object_store_memory=store)
        listed = shards([reports], Path(reports).stat().st_size // 30)
        job = Job(step=Step(Coder, whole=False, render=rendered), reading=Reading(), out=out, run="test", patience=60)
        receipts = []
        for receipt in on_ray(listed, job, address=cluster.address):
            receipts.append(receipt)
            if len(receipts) == 4:
                cluster.remove_node(other, allow_graceful=False)
        told = {"pieces": len(listed), "receipts": len({r.shard for r in receipts}), "events": sum(r.sofar.events for r in receipts)}
        print(json.dumps(told))  # noqa: T201
    finally:
        cluster.shutdown()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
