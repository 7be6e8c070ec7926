//! Flags instead of sets, as one writes it in Rust.
use pyo3::prelude::*;

struct Board {
    n: usize,
    columns: Vec<bool>,
    rising: Vec<bool>,
    falling: Vec<bool>,
}

impl Board {
    fn set(&mut self, row: usize, column: usize, taken: bool) {
        self.columns[column] = taken;
        self.rising[row + column] = taken;
        self.falling[row + self.n - column] = taken;
    }

    fn place(&mut self, row: usize) -> u64 {
        if row == self.n {
            return 1;
        }
        let mut solutions = 0;
        for column in 0..self.n {
            if self.columns[column] || self.rising[row + column] || self.falling[row + self.n - column] {
                continue;
            }
            self.set(row, column, true);
            solutions += self.place(row + 1);
            self.set(row, column, false);
        }
        solutions
    }
}

#[pyfunction]
pub fn run(py: Python<'_>, n: usize) -> PyResult<u64> {
    let mut board = Board { n, columns: vec![false; n], rising: vec![false; 2 * n], falling: vec![false; 2 * n + 1] };
    Ok(py.detach(|| board.place(0)))
}
