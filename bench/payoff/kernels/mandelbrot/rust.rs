//! Three integers in; the picture goes back as a list of lists.
use pyo3::prelude::*;

fn escape_time(real: f64, imaginary: f64, limit: u32) -> u32 {
    let (mut x, mut y) = (0.0, 0.0);
    for n in 0..limit {
        (x, y) = (x * x - y * y + real, 2.0 * x * y + imaginary);
        if x * x + y * y > 4.0 {
            return n;
        }
    }
    limit
}

#[pyfunction]
pub fn run(py: Python<'_>, width: u32, height: u32, limit: u32) -> PyResult<Vec<Vec<u32>>> {
    let point =
        |x: u32, y: u32| (-2.0 + 3.0 * f64::from(x) / f64::from(width), -1.1 + 2.2 * f64::from(y) / f64::from(height));
    Ok(py.detach(|| {
        (0..height)
            .map(|y| {
                (0..width)
                    .map(|x| {
                        let (real, imaginary) = point(x, y);
                        escape_time(real, imaginary, limit)
                    })
                    .collect()
            })
            .collect()
    }))
}
