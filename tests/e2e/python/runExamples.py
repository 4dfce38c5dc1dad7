"""Runs the programs that standard input holds as a list in JSON, under Pulumi's mocks, and prints what goes wrong in each."""

import json
import sys

import pulumi


class Mocks(pulumi.runtime.Mocks):
    def new_resource(self, args):
        return [args.name, args.inputs]

    def call(self, args):
        # Of the answers that programs look into.
        return {"planets": [{"serverBest": "Alderamin"}]} if args.token.endswith(":getAirVpnStatus") else {}


def run(source):
    exports = []
    pulumi.runtime.set_mocks(Mocks(), preview=False)
    settings = {"slackWebhook": "https://hooks.example.com", "token": "t", "version": "1"}
    pulumi.runtime.set_all_config({f"project:{name}": value for name, value in settings.items()})
    pulumi.export = lambda _name, value: exports.append(value)

    @pulumi.runtime.test
    def program():
        exec(compile(source, "example.py", "exec"), {})
        return pulumi.Output.all(*exports)

    try:
        program()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return None


print(json.dumps([run(source) for source in json.load(sys.stdin)]))
