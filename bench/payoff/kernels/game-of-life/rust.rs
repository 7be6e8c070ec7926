//! The same loops over nested vectors; the grid is converted once each way.
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;

fn step(grid: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let (height, width) = (grid.len(), grid[0].len());
    let mut following = vec![vec![0; width]; height];
    for y in 0..height {
        for x in 0..width {
            let mut alive = 0;
            for dy in [height - 1, 0, 1] {
                for dx in [width - 1, 0, 1] {
                    if dy != 0 || dx != 0 {
                        alive += grid[(y + dy) % height][(x + dx) % width];
                    }
                }
            }
            if alive == 3 || (alive == 2 && grid[y][x] == 1) {
                following[y][x] = 1;
            }
        }
    }
    following
}

#[pyfunction]
pub fn run(grid: Vec<Vec<u32>>, generations: usize) -> PyResult<Vec<Vec<u32>>> {
    if grid.is_empty() {
        return Err(PyIndexError::new_err("a grid expected"));
    }
    let mut cells: Vec<Vec<u8>> = grid.iter().map(|row| row.iter().map(|&cell| cell as u8).collect()).collect();
    for _ in 0..generations {
        cells = step(&cells);
    }
    Ok(cells.iter().map(|row| row.iter().map(|&cell| u32::from(cell)).collect()).collect())
}
