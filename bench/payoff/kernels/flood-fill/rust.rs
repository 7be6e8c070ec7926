//! The whole grid is converted; the flags of the seen cells and the stack live in Rust.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, grid: Vec<Vec<i64>>) -> PyResult<Vec<usize>> {
    Ok(py.detach(|| {
        let mut seen: Vec<Vec<bool>> = grid.iter().map(|row| vec![false; row.len()]).collect();
        let mut sizes = Vec::new();
        for y in 0..grid.len() {
            for x in 0..grid[y].len() {
                if grid[y][x] != 0 && !seen[y][x] {
                    sizes.push(fill(&grid, &mut seen, (y, x)));
                }
            }
        }
        sizes
    }))
}

fn fill(grid: &[Vec<i64>], seen: &mut [Vec<bool>], start: (usize, usize)) -> usize {
    let mut stack = vec![start];
    seen[start.0][start.1] = true;
    let mut size = 0;
    while let Some((y, x)) = stack.pop() {
        size += 1;
        let neighbours = [(y.wrapping_sub(1), x), (y + 1, x), (y, x.wrapping_sub(1)), (y, x + 1)];
        for (ny, nx) in neighbours {
            if grid.get(ny).and_then(|row| row.get(nx)).is_some_and(|&cell| cell != 0) && !seen[ny][nx] {
                seen[ny][nx] = true;
                stack.push((ny, nx));
            }
        }
    }
    size
}
