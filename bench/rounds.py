"""Rounds: the contestants take turns, so that a noisy minute hits all alike; what counts is the median over rounds."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from django.db import connection

from bench.contestants import Contestant, Door

Rates = dict[str, float]


@dataclass
class Result:
    """One figure a round and contestant: cases a second, and milliseconds of this process a case."""

    rates: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)

    def rate(self, name: str) -> float:
        """Cases a second, the median over rounds."""
        return median(self.rates[name])

    def share(self, name: str, of: str) -> float:
        """How much of another contestant's rate, the median over rounds of the ratio within a round."""
        return median(mine / theirs for mine, theirs in zip(self.rates[name], self.rates[of], strict=True))

    def client_ms(self, name: str) -> float:
        """Milliseconds of CPU in the client a case."""
        return median(self.cpu[name])


def alone(contestants: Mapping[str, Contestant], rounds: int, seconds: float) -> Result:
    """One client."""
    result = Result()
    for contestant in contestants.values():
        contestant.connect()
        _run(contestant, seconds / 2)  # warm: connections, plans, caches
    _forget(contestants)
    for _ in range(rounds):
        for name, contestant in contestants.items():
            rate, cpu = _run(contestant, seconds)
            result.rates.setdefault(name, []).append(rate)
            result.cpu.setdefault(name, []).append(cpu)
    return result


def together(contestants: Mapping[str, Contestant], clients: int, rounds: int, seconds: float) -> Result:
    """Several clients at once, each a process with a session of its own."""
    connection.close()  # a session does not survive a fork
    context = multiprocessing.get_context("fork")
    started = [_start(context, contestants) for _ in range(clients)]
    pipes = [pipe for _, pipe in started]
    result = Result()
    _ask_all(pipes, [(name, seconds / 2) for name in contestants])
    for _ in range(rounds):
        for name in contestants:
            rates = _ask_all(pipes, [(name, seconds)])
            result.rates.setdefault(name, []).append(sum(rates))
    for process, pipe in started:
        pipe.send(None)
        process.join()
    return result


def _start(context: Any, contestants: Mapping[str, Contestant]) -> tuple[BaseProcess, Connection]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_client, args=(theirs, contestants), daemon=True)
    process.start()
    return process, ours


def _client(pipe: Connection, contestants: Mapping[str, Contestant]) -> None:
    for contestant in contestants.values():
        contestant.connect()
    while (asked := pipe.recv()) is not None:
        name, seconds = asked
        rate, _ = _run(contestants[name], seconds)
        pipe.send(rate)


def _ask_all(pipes: Sequence[Connection], asked: Sequence[tuple[str, float]]) -> list[float]:
    rates: list[float] = []
    for each in asked:
        for pipe in pipes:
            pipe.send(each)
        rates = [pipe.recv() for pipe in pipes]
    return rates


def _run(contestant: Contestant, seconds: float) -> tuple[float, float]:
    """Cases until the time is over: cases a second, and CPU milliseconds of this process a case."""
    begun, cpu, cases = perf_counter(), process_time(), 0
    while (passed := perf_counter() - begun) < seconds or not cases:
        contestant.case()
        cases += 1
    passed = perf_counter() - begun
    return cases / passed, (process_time() - cpu) * 1000 / cases


def _forget(contestants: Mapping[str, Contestant]) -> None:
    for contestant in contestants.values():
        if isinstance(contestant, Door):
            contestant.seconds.clear()


def milliseconds(seconds: Sequence[float]) -> tuple[float, float]:
    """The middle (p50) and the slow end (p95), in milliseconds."""
    ordered = quantiles([1000 * each for each in seconds], n=20, method="inclusive")
    return ordered[9], ordered[18]
