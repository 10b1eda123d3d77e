"""Generated Python: a program as the source of one function, for one case at a time and where nothing else is there.

Loads no library. Only whole numbers and names of our own reach the source: a column is known by its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from verordening.population.program import Op, Program

Calculation = Callable[..., tuple[int, ...]]
"""Takes the columns of a case in the order of the program, gives the outcomes in the order of the program."""

_DEEPEST = 12
_LONGEST = 400
"""An expression is worked into the next one up to this depth and length; above that it gets a line of its own."""

_SIGNS = {
    Op.ADD: "{} + {}",
    Op.SUB: "{} - {}",
    Op.MUL: "{} * {}",
    Op.DIV: "{} // {}",
    Op.EQ: "{} == {}",
    Op.LT: "{} < {}",
    Op.LE: "{} <= {}",
    Op.AND: "{} and {}",
    Op.OR: "{} or {}",
    Op.NOT: "not {}",
    Op.MIN: "{0} if {0} < {1} else {1}",
    Op.MAX: "{0} if {0} > {1} else {1}",
    Op.SELECT: "{1} if {0} else {2}",
}
_TWICE = frozenset({Op.MIN, Op.MAX})
"""These name what they are given twice, so it must be a name."""


def calculation(program: Program) -> Calculation:
    """The program as a function. Truths come out as 0 and 1, or as False and True, which are the same numbers."""
    names = {f"t{number}": table for number, table in enumerate(program.tables)}
    exec(compile(source(program), "<program>", "exec"), names)  # noqa: S102 - `source` writes only numbers and its own names
    found: Calculation = names["calculate"]  # type: ignore[assignment]
    return found


def for_one_case(program: Program) -> Callable[[Mapping[str, int]], dict[str, int]]:
    """As `program.run`, but made ready. Raises KeyError where a column is missing."""
    calculate = calculation(program)
    columns = [each.name for each in program.columns]
    outputs = [name for name, _ in program.outputs]

    def run(case: Mapping[str, int]) -> dict[str, int]:
        found = calculate(*[case[name] for name in columns])
        return {name: int(value) for name, value in zip(outputs, found, strict=True)}

    return run


def source(program: Program) -> str:
    """The text of the function `calculate`."""
    texts, lines = worked_out(program, [at for _, at in program.outputs])
    arguments = ", ".join(f"c{place}" for place in range(len(program.columns)))
    body = [f"    {texts[number]} = {line}" for number, line in lines.items()]
    found = "".join(f"{texts[at]}, " for _, at in program.outputs)
    return "\n".join([f"def calculate({arguments}):", *body, f"    return ({found})", ""])


def worked_out(program: Program, asked: Iterable[int]) -> tuple[list[str], dict[int, str]]:
    """What to write for each node, and for those that have a name what it stands for: who is needed more than once.

    The columns are called c0, c1 and so on. `asked` are the nodes that are asked, each as often as it is.
    """
    places = {column.name: f"c{place}" for place, column in enumerate(program.columns)}
    uses = _uses(program, asked)
    texts: list[str] = []
    depths: list[int] = []
    lines: dict[int, str] = {}
    for number, node in enumerate(program.nodes):
        depth = 0
        if node.op is Op.CONST:
            text = str(int(node.payload)) if node.low >= 0 else f"({int(node.payload)})"
        elif node.op is Op.INPUT:
            text = places[str(node.payload)]
        else:
            if node.op is Op.TABLE:
                text = f"t{int(node.payload)}[{texts[node.args[0]]}]"
            else:
                text = f"({_SIGNS[node.op].format(*[texts[each] for each in node.args])})"
            depth = 1 + max(depths[each] for each in node.args)
            if uses[number] != 1 or depth > _DEEPEST or len(text) > _LONGEST:
                lines[number] = text
                text, depth = f"v{number}", 0
        texts.append(text)
        depths.append(depth)
    return texts, lines


def _uses(program: Program, asked: Iterable[int]) -> list[int]:
    """How often each node is named."""
    uses = [0] * len(program.nodes)
    for node in program.nodes:
        for each in node.args:
            uses[each] += 2 if node.op in _TWICE else 1
    for each in asked:
        uses[each] += 1
    return uses
