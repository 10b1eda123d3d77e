"""Machine code for this computer, kept in the cache folder: the second time nothing is compiled."""

from __future__ import annotations

import ctypes
import functools
from typing import TYPE_CHECKING

import llvmlite
import llvmlite.binding as llvm

from verordening.caching import entry_name, read_entry, stamps_of, write_entry
from verordening.population.engines.native.module import FUNCTION, SIZE, emitted
from verordening.population.program import Program

if TYPE_CHECKING:
    from typing import Any


class Code:
    """Machine code in memory, and the address of its function. Lives as long as this object."""

    def __init__(self, machine_code: bytes) -> None:
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _machine())
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(machine_code))
        self._engine.finalize_object()
        self.address: int = self._engine.get_function_address(FUNCTION)
        self.working_memory: int = ctypes.c_int64.from_address(
            self._engine.get_global_value_address(SIZE)
        ).value


def code_for(program: Program) -> Code:
    """The program as machine code, from the cache if it was made before."""
    name = entry_name(
        "llvm",
        stamps_of("population/engines"),
        llvmlite.__version__,
        *_computer(),
        repr(program),
    )
    machine_code = read_entry(name)
    if machine_code is None:
        machine_code = compiled(emitted(program))
        write_entry(name, machine_code)
    return Code(machine_code)


def compiled(text: str) -> bytes:
    """An object file for this computer, of a module that is given as text.

    No pass goes over it first: what is the same is made once and what is known is worked out before this, and passes
    take ten times as long as all the rest to make a twentieth less of it.
    """
    machine = _machine()
    module = llvm.parse_assembly(text)
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    module.verify()
    found: bytes = machine.emit_object(module)
    return found


def _computer() -> tuple[str, str]:
    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()


@functools.cache
def _initialised() -> None:
    llvm.initialize_native_target()
    # Another order of instructions made the code slower, and took a third of the time.
    llvm.set_option("verordening", "-enable-misched=false")
    llvm.initialize_native_asmprinter()


def _machine() -> Any:
    _initialised()
    name, features = _computer()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(cpu=name, features=features, opt=3, jit=True)
