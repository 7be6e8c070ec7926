//! Reads both arrays where they lie (no copy) and hands back a new array.
use numpy::ndarray::Array2;
use numpy::{IntoPyArray, PyArray2, PyReadonlyArray2};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
pub fn run<'py>(
    py: Python<'py>,
    image: PyReadonlyArray2<'py, f64>,
    weights: PyReadonlyArray2<'py, f64>,
) -> PyResult<Bound<'py, PyArray2<f64>>> {
    let (image, weights) = (image.as_array(), weights.as_array());
    let ((height, width), (rows, columns)) = (image.dim(), weights.dim());
    if height < rows || width < columns {
        return Err(PyValueError::new_err("the image is smaller than the weights"));
    }
    let result = py.detach(|| {
        Array2::from_shape_fn((height - rows + 1, width - columns + 1), |(y, x)| {
            let mut total = 0.0;
            for i in 0..rows {
                for j in 0..columns {
                    total += image[[y + i, x + j]] * weights[[i, j]];
                }
            }
            total
        })
    });
    Ok(result.into_pyarray(py))
}
