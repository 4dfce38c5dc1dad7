"""Compiles the programs that standard input holds as a list in JSON, and tells what each uses of pulumi_vps."""

import ast
import json
import sys


def path_of(node):
    """The expression that attributes and indices begin with, and their path."""
    path = []
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        path.insert(0, node.attr if isinstance(node, ast.Attribute) else node.slice.value)
        node = node.value
    return node, path


def called(node):
    """The name of what is called of the package."""
    if not isinstance(node, ast.Call):
        return None
    base, path = path_of(node.func)
    return path[0] if isinstance(base, ast.Name) and base.id == "vps" and len(path) == 1 else None


def uses(source):
    tree = compile(source, "example.py", "exec", ast.PyCF_ONLY_AST)
    compile(tree, "example.py", "exec")
    variables = {}
    defined = {"pulumi", "vps", "Path"} & {
        (name.asname or name.name) for node in ast.walk(tree) if hasattr(node, "names") for name in node.names
    }
    for node in tree.body:
        if isinstance(node, ast.Assign):
            defined.add(node.targets[0].id)
            if called(node.value):
                variables[node.targets[0].id] = called(node.value)
    calls, reads = [], []
    for node in ast.walk(tree):
        if called(node):
            calls.append({"name": called(node), "keywords": [one.arg for one in node.keywords]})
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            base, path = path_of(node)
            of = called(base) or (variables.get(base.id) if isinstance(base, ast.Name) else None)
            if of:
                reads.append({"of": of, "path": path})
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {"calls": calls, "reads": reads, "undefined": sorted(used - defined)}


print(json.dumps([uses(source) for source in json.load(sys.stdin)]))
