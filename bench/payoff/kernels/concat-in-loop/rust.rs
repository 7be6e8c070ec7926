//! Columns are typed vectors that grow; lists are converted in and out.
use pyo3::prelude::*;

#[derive(FromPyObject)]
pub struct Chunk {
    #[pyo3(item)]
    sensor: Vec<i64>,
    #[pyo3(item)]
    value: Vec<f64>,
}

#[derive(IntoPyObject)]
pub struct Frame {
    sensor: Vec<i64>,
    value: Vec<f64>,
}

#[pyfunction]
pub fn run(chunks: Vec<Chunk>) -> PyResult<Frame> {
    let mut frame = Frame { sensor: Vec::new(), value: Vec::new() };
    for chunk in chunks {
        frame.sensor.extend(chunk.sensor);
        frame.value.extend(chunk.value);
    }
    Ok(frame)
}
