//! The list of tuples is converted once a call; the iterations then work on it in Rust.
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

type Point = (f64, f64);

#[pyfunction]
pub fn run(py: Python<'_>, points: Vec<Point>, k: usize, iterations: usize) -> PyResult<Vec<Point>> {
    if points.len() < k {
        return Err(PyValueError::new_err("fewer points than clusters"));
    }
    Ok(py.detach(|| lloyd(&points, k, iterations)))
}

fn nearest(point: Point, centres: &[Point]) -> usize {
    let mut best = (0, f64::INFINITY);
    for (index, centre) in centres.iter().enumerate() {
        let distance = (point.0 - centre.0).powi(2) + (point.1 - centre.1).powi(2);
        if distance < best.1 {
            best = (index, distance);
        }
    }
    best.0
}

fn lloyd(points: &[Point], k: usize, iterations: usize) -> Vec<Point> {
    let mut centres = points[..k].to_vec();
    for _ in 0..iterations {
        let mut sums = vec![(0.0, 0.0, 0.0); k];
        for &point in points {
            let sum = &mut sums[nearest(point, &centres)];
            sum.0 += point.0;
            sum.1 += point.1;
            sum.2 += 1.0;
        }
        for (centre, (x, y, count)) in centres.iter_mut().zip(sums) {
            if count > 0.0 {
                *centre = (x / count, y / count);
            }
        }
    }
    centres
}
