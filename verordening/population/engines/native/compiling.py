"""Machine code for this computer, kept in the cache folder: the second time nothing is compiled."""

from __future__ import annotations

import ctypes
import functools
import marshal
from typing import TYPE_CHECKING

import llvmlite
import llvmlite.binding as llvm

from verordening.caching import digest_of, entry_name, read_entry, stamps_of, write_entry
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
    bits = vector_bits()
    rests_on = (stamps_of("population/engines"), llvmlite.__version__, *_computer(), str(bits))
    name = entry_name("llvm", *rests_on, _digest(program))
    machine_code = read_entry(name)
    if machine_code is None:
        machine_code = compiled(emitted(program, bits))
        write_entry(name, machine_code)
    return Code(machine_code)


def compiled(text: str) -> bytes:
    """An object file for this computer, of a module that is given as text.

    No pass goes over it, and instructions are chosen in the quickest way: what is the same is made once, what is known
    is worked out before this, and a value that does not stay in a register stands in the cache. More takes LLVM ten
    times as long, for code that is no faster.
    """
    machine = _machine()
    module = llvm.parse_assembly(text)
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    module.verify()
    found: bytes = machine.emit_object(module)
    return found


def _digest(program: Program) -> str:
    """What stands for a program: of plain parts, and written (in this form) the same way each time."""
    nodes = [(node.op.value, *node[1:]) for node in program.nodes]
    columns = [(each.name, each.low, each.high, each.truth) for each in program.columns]
    return digest_of(marshal.dumps((nodes, columns, program.outputs, program.tables), 2))


def _computer() -> tuple[str, str]:
    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()


def vector_bits() -> int:
    """How long the vectors are that this computer works with."""
    features = llvm.get_host_cpu_features()
    if features.get("avx512bw") and features.get("avx512vl"):
        return 512
    return 256 if features.get("avx2") else 128


@functools.cache
def _initialised() -> None:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()


def _machine() -> Any:
    _initialised()
    name, features = _computer()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(cpu=name, features=features, opt=0, jit=True)
