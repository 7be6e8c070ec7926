//! 81 characters each way for every puzzle.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

type Grid = [u8; 81];

fn parse(puzzle: &str) -> PyResult<Grid> {
    let cells: Vec<char> = puzzle.chars().collect();
    if cells.len() != 81 {
        return Err(PyValueError::new_err("81 cells expected"));
    }
    let mut grid = [0; 81];
    for (place, cell) in grid.iter_mut().zip(cells) {
        *place = match cell {
            '.' => 0,
            _ => cell.to_digit(10).ok_or_else(|| PyValueError::new_err("a digit or a dot expected"))? as u8,
        };
    }
    Ok(grid)
}

fn is_allowed(grid: &Grid, cell: usize, digit: u8) -> bool {
    let (row, column) = (cell / 9, cell % 9);
    if (0..9).any(|i| grid[9 * row + i] == digit || grid[9 * i + column] == digit) {
        return false;
    }
    let corner = 27 * (row / 3) + 3 * (column / 3);
    (0..9).all(|i| grid[corner + 9 * (i / 3) + i % 3] != digit)
}

fn solve(grid: &mut Grid, start: usize) -> bool {
    let Some(cell) = (start..81).find(|&cell| grid[cell] == 0) else {
        return true;
    };
    for digit in 1..=9 {
        if is_allowed(grid, cell, digit) {
            grid[cell] = digit;
            if solve(grid, cell + 1) {
                return true;
            }
        }
    }
    grid[cell] = 0;
    false
}

fn complete(puzzle: &str) -> PyResult<String> {
    let mut grid = parse(puzzle)?;
    for cell in 0..81 {
        let digit = std::mem::take(&mut grid[cell]);
        if digit != 0 && !is_allowed(&grid, cell, digit) {
            return Err(PyValueError::new_err("a digit stands twice"));
        }
        grid[cell] = digit;
    }
    if !solve(&mut grid, 0) {
        return Err(PyValueError::new_err("no solution"));
    }
    Ok(grid.iter().map(|digit| char::from(b'0' + digit)).collect())
}

#[pyfunction]
pub fn run(py: Python<'_>, puzzles: Vec<String>) -> PyResult<Vec<String>> {
    py.detach(|| puzzles.iter().map(|puzzle| complete(puzzle)).collect())
}
