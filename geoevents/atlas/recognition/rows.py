"""Rows of numbers that are added one by one and read many at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["Codes", "Rows"]

Codes = npt.NDArray[np.intp]
_FIRST = 1024  # rows; the room is doubled when it is full


class Rows:
    """A table of whole numbers that grows; ``array[:len(rows)]`` holds what was added so far."""

    def __init__(self, width: int) -> None:
        """``width`` is the length of a row."""
        self.array: Codes = np.zeros((_FIRST, width), dtype=np.intp)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, row: Sequence[int]) -> int:
        """The number of the new row."""
        if self._count == len(self.array):
            self.array = np.concatenate([self.array, np.zeros_like(self.array)])
        self.array[self._count] = row
        self._count += 1
        return self._count - 1
