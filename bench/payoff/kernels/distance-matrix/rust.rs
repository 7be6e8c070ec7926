//! The places are few, the result is large: making a list of lists of floats is a good part of what is left.
use pyo3::prelude::*;

const EARTH_RADIUS_KM: f64 = 6371.0;

fn haversine(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat1, lon1) = (a.0.to_radians(), a.1.to_radians());
    let (lat2, lon2) = (b.0.to_radians(), b.1.to_radians());
    let h = ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    2.0 * EARTH_RADIUS_KM * h.sqrt().asin()
}

#[pyfunction]
pub fn run(py: Python<'_>, places: Vec<(f64, f64)>) -> PyResult<Vec<Vec<f64>>> {
    Ok(py.detach(|| places.iter().map(|&a| places.iter().map(|&b| haversine(a, b)).collect()).collect()))
}
