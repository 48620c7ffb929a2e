"""What people enter in YAML files, read as forms: every value with its line, every fault gathered, none the first.

A form is described by data: a `Shape` names its keys and gives each a reader, and a new key is one entry there.
Scalars are text until a reader makes something else of them, so that `no`, `2021-01-05`, `0123` and `1_000` stay what
they say. Belongs to no stage: the seeds and the settings are read with it.
"""

from heitu.forms.nodes import Expectation, Sheet, load_node
from heitu.forms.readers import TEXT, Reader, Scalar, one_of
from heitu.forms.shapes import BILINGUAL, Field, Form, Made, Sequence, Shape, Table, optional, required
from heitu.forms.wording import Message, instead_of, nearest, shown

__all__ = [
    "BILINGUAL",
    "TEXT",
    "Expectation",
    "Field",
    "Form",
    "Made",
    "Message",
    "Reader",
    "Scalar",
    "Sequence",
    "Shape",
    "Sheet",
    "Table",
    "instead_of",
    "load_node",
    "nearest",
    "one_of",
    "optional",
    "required",
    "shown",
]
