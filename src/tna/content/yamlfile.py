"""YAML as the content may use it: plain data, with the line of every value, and no surprises.

Only what a text editor shows: no tags, no anchors, no key twice. Words such as ``yes``, ``no`` and ``NO`` stay words;
only whole numbers, decimal numbers, ISO dates, true, false and null are anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tna.content.fault import Fault
from tna.content.files import read_file

Path_ = tuple[str | int, ...]
"""Keys and indices from the root of a file to a value."""

TAG = "tag:yaml.org,2002:"
DEEPEST = 40
"""No content nests this many levels; deeper is refused, before it exhausts what reads it."""


@dataclass
class Document:
    """A file's data and the line of each value by its path."""

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        """The line of a value, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Resolver(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]  # whichever there is
    """Tells numbers and dates from words; the rest of YAML 1.1 is left out."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own attribute


PLAIN: dict[str, re.Pattern[str]] = {}
"""How each kind of value but a text must be written."""

for _tag, _pattern, _first in (
    ("null", r"|~|null", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(0|[1-9][0-9]{0,17})", list("-+0123456789")),  # a longer run of digits is a text
    ("float", r"[-+]?[0-9]{1,18}\.[0-9]{1,18}", list("-+0123456789")),
    ("timestamp", r"\d{4}-\d\d-\d\d", list("0123456789")),
):
    PLAIN[_tag] = re.compile(f"^(?:{_pattern})$")
    _Resolver.add_implicit_resolver(TAG + _tag, PLAIN[_tag], _first)


def read_yaml(path: Path, name: str) -> Document:
    """The data of one file, with lines; what is wrong with it is in ``faults`` and never raised."""
    document = Document(name)
    try:
        content = read_file(path)
        node = yaml.compose(content.decode("utf-8-sig"), Loader=_Resolver)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        document.faults.append(Fault(name, line, "", _plain(error)))
    except yaml.YAMLError as error:
        document.faults.append(Fault(name, 1, "", f"this is not readable as YAML: {error}".splitlines()[0]))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        document.faults.append(Fault(name, line, "", "the file is not UTF-8 text; save it as UTF-8"))
    except (OSError, ValueError) as error:
        document.faults.append(Fault(name, 1, "", f"cannot be read: {error}"))
    else:
        if node is not None:
            document.data = _Builder(document).build(node, ())
    return document


def _plain(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "the layout is wrong"
    if "mapping values are not allowed" in problem:
        return "a colon inside a text: put the whole text in quotes"
    if "undefined alias" in problem or "'*'" in problem:
        return "a text that begins with `*`: put it in quotes"
    if "expected <block end>" in problem or "while parsing" in (error.context or ""):
        return f"the layout is wrong here ({problem}): check the indentation, brackets and quotes above this line"
    return f"the layout is wrong here: {problem}"


class _Builder:
    """Turns YAML nodes into plain data and notes lines and faults."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path_) -> Any:
        line = node.start_mark.line + 1
        self.document.lines.setdefault(path, line)
        if id(node) in self.seen and not isinstance(node, yaml.ScalarNode):
            self.fault(line, "an anchor is used again here; write the value out")
            return None
        if len(path) > DEEPEST:
            self.fault(line, f"this nests over {DEEPEST} levels deep, which no content needs")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            self.check_tag(node, "seq")
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str | int, Any]:
        self.check_tag(node, "map")
        data: dict[str | int, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self.scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str | int) or isinstance(key, bool):
                key = str(getattr(key_node, "value", "?"))
            if key in data:
                self.fault(line, f"`{key}` stands twice here; keep one")
            self.document.lines[(*path, key)] = line
            data[key] = self.build(value_node, (*path, key))
        return data

    def scalar(self, node: yaml.Node) -> Any:
        kind = str(node.tag).removeprefix(TAG)
        text: str = node.value
        if kind in PLAIN and not PLAIN[kind].match(text):  # an explicit tag, such as !!int
            kind = ""
        match kind:
            case "str":
                return text
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "bool":
                return text == "true"
            case "null":
                return None
            case "timestamp":
                return self.day(text, node)
        self.fault(node.start_mark.line + 1, f"the tag {node.tag} is not allowed; write plain text")
        return text

    def day(self, text: str, node: yaml.Node) -> date | str:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fault(node.start_mark.line + 1, f"{text} is no day of the calendar")
            return text

    def check_tag(self, node: yaml.Node, kind: str) -> None:
        if node.tag != TAG + kind:
            self.fault(node.start_mark.line + 1, f"the tag {node.tag} is not allowed; write plain data")

    def fault(self, line: int, message: str) -> None:
        self.document.faults.append(Fault(self.document.file, line, "", message))
