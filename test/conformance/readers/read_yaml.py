# Reads each file that a list names with PyYAML, and prints its documents as one line of JSON. What JSON
# does not have is printed as text with an exclamation mark.
import json
import math
import sys

import yaml


def plain(value):
    if isinstance(value, dict):
        return {key if isinstance(key, str) else f"!key {key}": plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return f"!number {value}"
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return f"!{type(value).__name__} {value}"


def answer(path):
    try:
        with open(path, encoding="utf-8") as file:
            return [plain(document) for document in yaml.safe_load_all(file)]
    except yaml.YAMLError as failure:
        return f"!refused: {failure}"


with open(sys.argv[1], encoding="utf-8") as paths:
    for path in paths.read().splitlines():
        print(json.dumps(answer(path)))
