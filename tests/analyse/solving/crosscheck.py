"""A second solver (cvc5) held beside the first on the same questions, as SMT-LIB text: `make prove`, not in CI.

`python -m tests.analyse.solving.crosscheck [N]`: every pair of rules of Amsterdam that give one decision a value, and
the questions about N random regulations.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import cvc5
import z3

from tests.analyse.solving.agreeing import forms_of, questions_about
from tests.properties.corpora import load
from tests.properties.generating import regeling
from verordening.analyse.proving import claims as c
from verordening.analyse.solving.encoding import Encoding
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus
from verordening.model.rules import Form

DAY = date(2026, 3, 1)
FIRST = 60_000
MILLISECONDS = 20_000
Question = tuple[c.Claim, ...]


def of_amsterdam() -> Iterator[tuple[str, Corpus, date, Question]]:
    corpus = load_corpus("amsterdam")
    for decision, speaking in corpus.by_decision.items():
        setting = [index for index in speaking if Form.SET in forms_of(corpus, index, decision)]
        for one, other in combinations(setting, 2):
            told = f"{decision}: {corpus.rules[one].id} en {corpus.rules[other].id}"
            yield (
                told,
                corpus,
                DAY,
                (c.Stands(one, decision), c.Stands(other, decision), c.Differ(one, other, decision)),
            )


def at_random(number: int) -> Iterator[tuple[str, Corpus, date, Question]]:
    for seed in range(FIRST, FIRST + number):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        for question in questions_about(corpus):
            yield f"{seed}: {question}", corpus, made.day, question


def second_opinion(text: str) -> str:
    """What cvc5 says of a question: sat, unsat or unknown."""
    solver = cvc5.Solver()
    solver.setOption("tlimit-per", str(MILLISECONDS))
    symbols = cvc5.SymbolManager(solver.getTermManager())
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, f"(set-logic ALL)\n{text}", "vraag")
    said: list[str] = []
    while True:
        command = parser.nextCommand()
        if command.isNull():
            return said[-1]
        answer = command.invoke(solver, symbols).strip()
        if answer:
            said.append(answer)


def main(number: int) -> int:
    """The number of questions on which the two do not agree."""
    found: Counter[tuple[str, str]] = Counter()
    apart = 0
    for questions in (of_amsterdam(), at_random(number)):
        for told, corpus, day, question in questions:
            text = Encoding(corpus, day).as_text(question)
            if text is None:
                found["folded", "folded"] += 1
                continue
            first = z3.Solver()
            first.set("timeout", MILLISECONDS)
            first.from_string(text)
            one, other = str(first.check()), second_opinion(text)
            found[one, other] += 1
            if {one, other} == {"sat", "unsat"}:
                apart += 1
                sys.stdout.write(f"z3 {one}, cvc5 {other}: {told}\n")
    for (one, other), times in sorted(found.items()):
        sys.stdout.write(f"z3 {one}, cvc5 {other}: {times}\n")
    return apart


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100) > 0)
