//! The array is read in place; rows of the next one are written in order.
use numpy::ndarray::Array2;
use numpy::{IntoPyArray, PyArray2, PyReadonlyArray2, PyUntypedArray, PyUntypedArrayMethods};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run<'py>(plate: &Bound<'py, PyUntypedArray>, rate: f64, steps: usize) -> PyResult<Bound<'py, PyArray2<f64>>> {
    if plate.ndim() != 2 {
        return Err(PyValueError::new_err("a plate has two dimensions"));
    }
    let given: PyReadonlyArray2<'py, f64> = plate.extract()?;
    let mut now: Array2<f64> = given.as_array().to_owned();
    let (height, width) = now.dim();
    for _ in 0..steps {
        let mut following = now.clone();
        for y in 1..height.saturating_sub(1) {
            for x in 1..width.saturating_sub(1) {
                let around = now[[y - 1, x]] + now[[y + 1, x]] + now[[y, x - 1]] + now[[y, x + 1]];
                following[[y, x]] = now[[y, x]] + rate * (around - 4.0 * now[[y, x]]);
            }
        }
        now = following;
    }
    Ok(now.into_pyarray(plate.py()))
}
