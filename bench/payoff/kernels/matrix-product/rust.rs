//! Both lists of lists are converted on the way in and the product on the way out.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, a: Vec<Vec<f64>>, b: Vec<Vec<f64>>) -> PyResult<Vec<Vec<f64>>> {
    if a[0].len() != b.len() {
        return Err(PyValueError::new_err("inner dimensions differ"));
    }
    Ok(py.detach(|| multiply(&a, &b)))
}

fn multiply(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let columns = b[0].len();
    a.iter()
        .map(|row| {
            let mut sums = vec![0.0; columns];
            for (factor, other) in row.iter().zip(b) {
                for (sum, value) in sums.iter_mut().zip(other) {
                    *sum += factor * value;
                }
            }
            sums
        })
        .collect()
}
