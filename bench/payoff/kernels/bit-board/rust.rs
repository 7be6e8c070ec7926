//! Two boards and a depth in, one count out: unsigned 64-bit integers are what the code was written for.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

const NOT_LEFT: u64 = 0xFEFE_FEFE_FEFE_FEFE;
const NOT_RIGHT: u64 = 0x7F7F_7F7F_7F7F_7F7F;
const DIRECTIONS: [(i32, u64); 8] = [
    (1, NOT_LEFT),
    (-1, NOT_RIGHT),
    (8, u64::MAX),
    (-8, u64::MAX),
    (9, NOT_LEFT),
    (-9, NOT_RIGHT),
    (7, NOT_RIGHT),
    (-7, NOT_LEFT),
];

fn shift(board: u64, step: i32, mask: u64) -> u64 {
    mask & if step > 0 { board << step } else { board >> -step }
}

fn legal_moves(own: u64, other: u64) -> u64 {
    let mut moves = 0;
    for (step, mask) in DIRECTIONS {
        let mut line = shift(own, step, mask) & other;
        for _ in 0..5 {
            line |= shift(line, step, mask) & other;
        }
        moves |= shift(line, step, mask) & !(own | other);
    }
    moves
}

fn flipped(own: u64, other: u64, mov: u64) -> u64 {
    let mut result = 0;
    for (step, mask) in DIRECTIONS {
        let mut line = 0;
        let mut place = shift(mov, step, mask);
        while place & other != 0 {
            line |= place;
            place = shift(place, step, mask);
        }
        if place & own != 0 {
            result |= line;
        }
    }
    result
}

fn count(own: u64, other: u64, depth: u32) -> u64 {
    if depth == 0 {
        return 1;
    }
    let mut moves = legal_moves(own, other);
    if moves == 0 {
        return if legal_moves(other, own) == 0 { 1 } else { count(other, own, depth - 1) };
    }
    let mut total = 0;
    while moves != 0 {
        let mov = moves & moves.wrapping_neg();
        moves ^= mov;
        let change = flipped(own, other, mov);
        total += count(other ^ change, own | mov | change, depth - 1);
    }
    total
}

#[pyfunction]
pub fn run(py: Python<'_>, own: u64, other: u64, depth: u32) -> PyResult<u64> {
    if own & other != 0 {
        return Err(PyValueError::new_err("a field with two owners"));
    }
    Ok(py.detach(|| count(own, other, depth)))
}
