"""A session of Spark: the one there is, or one of our own; what it needs, and what its failures are called."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Final

from verordening.language.bsn import mask_bsn
from verordening.language.diagnostics import InputError, diagnostic
from verordening.population.spark.work import SAME

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EXTRA: Final = "spark"
_NEEDED: Final = ("pyspark", "pandas")
_STANDARD_ERROR: Final = 2
_MOST_SAID: Final = 200


def require_spark() -> None:
    """Refuse in Dutch where Spark, or the Java that it runs in, is not there (VRD531). Raises InputError."""
    for name in _NEEDED:
        try:
            import_module(name)
        except (ImportError, OSError):
            message = f"voor `--motor spark` ontbreekt een onderdeel van het programma: {name}"
            help = f'installeer het met `pip install "verordening[{EXTRA}]"`'
            raise InputError((diagnostic(None, "VRD531", message, None, help=help),)) from None
    home = os.environ.get("JAVA_HOME", "")
    if not (home and shutil.which(os.path.join(home, "bin", "java"))) and shutil.which("java") is None:
        message = "voor `--motor spark` is Java nodig, en dat staat niet op deze computer"
        help = "vraag de beheerder om Java 17 of nieuwer te installeren"
        raise InputError((diagnostic(None, "VRD531", message, None, help=help),))


@contextmanager
def session() -> Iterator[SparkSession]:
    """The session that is active, which stays; or one as Spark's own settings have it, that ends after use."""
    from pyspark.sql import SparkSession

    active = SparkSession.getActiveSession()
    if active is not None:
        yield active
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("verordening")
    with _silent():
        own = (
            builder.config("spark.ui.showConsoleProgress", False)
            .config("spark.ui.enabled", False)
            .getOrCreate()
        )
    try:
        yield own
    finally:
        own.stop()


def failures() -> tuple[type[Exception], ...]:
    """What Spark raises where it cannot go on."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    return PySparkException, Py4JError


def failed(error: Exception) -> InputError:
    """What Spark said, in short and without a person in it (VRD531)."""
    said = mask_bsn(" ".join(str(error).split()))[:_MOST_SAID]
    message = f"Spark kan dit niet doorrekenen. De melding van Spark luidt: {said}"
    help = f"kijk of elke machine het bestand kan lezen, en {SAME}"
    return InputError((diagnostic(None, "VRD531", message, None, help=help),))


@contextmanager
def _silent() -> Iterator[None]:
    """What a program that is started in here says for itself goes nowhere: our screen is for the outcomes."""
    sys.stderr.flush()
    kept = os.dup(_STANDARD_ERROR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)
