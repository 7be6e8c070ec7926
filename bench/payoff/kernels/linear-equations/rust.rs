//! Rows are split, so that the inner loop reads one and writes the other.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(matrix: Vec<Vec<f64>>, right: Vec<f64>) -> PyResult<Vec<f64>> {
    let n = matrix.len();
    let mut rows = matrix;
    for (row, value) in rows.iter_mut().zip(&right) {
        row.push(*value);
    }
    for column in 0..n {
        let pivot =
            (column + 1..n)
                .fold(column, |pivot, i| if rows[i][column].abs() > rows[pivot][column].abs() { i } else { pivot });
        if rows[pivot][column] == 0.0 {
            return Err(PyValueError::new_err("the matrix is singular"));
        }
        rows.swap(column, pivot);
        let (above, below) = rows.split_at_mut(column + 1);
        let first = &above[column];
        for row in below {
            let factor = row[column] / first[column];
            for j in column..=n {
                row[j] -= factor * first[j];
            }
        }
    }
    let mut result = vec![0.0; n];
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|j| rows[i][j] * result[j]).sum();
        result[i] = (rows[i][n] - known) / rows[i][i];
    }
    Ok(result)
}
