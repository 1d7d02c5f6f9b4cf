"""Deploys a diagram, starts an instance and works its job with a client of another make: pyzeebe, over gRPC.

Prints one line of JSON: what the job was given and what the instance ended with.
"""

import asyncio
import json
import sys

from pyzeebe import ZeebeClient, ZeebeWorker, create_insecure_channel


async def main(address: str, diagram: str) -> None:
    channel = create_insecure_channel(grpc_address=address)
    client = ZeebeClient(channel)
    worker = ZeebeWorker(channel)
    seen: dict = {}

    @worker.task(task_type="foreign-work")
    async def work(amount: int) -> dict:
        seen["amount"] = amount
        return {"doubled": amount * 2}

    deployed = await client.deploy_resource(diagram)
    working = asyncio.create_task(worker.work())
    ended = await client.run_process_with_result("foreign", {"amount": 21}, timeout=30_000)
    await client.publish_message(name="nobody-waits", correlation_key="x", time_to_live_in_milliseconds=0)
    await worker.stop()
    working.cancel()

    print(json.dumps({
        "version": deployed.deployments[0].version,
        "given": seen,
        "variables": ended.variables,
    }))


asyncio.run(main(sys.argv[1], sys.argv[2]))
