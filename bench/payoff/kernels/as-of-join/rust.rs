//! Three arrays read in place, and a binary search instead of the filter: the algorithm is what gains.
use numpy::PyReadonlyArray1;
use pyo3::exceptions::{PyIndexError, PyKeyError};
use pyo3::prelude::*;
use pyo3::types::PyDict;

fn column<'py>(columns: &Bound<'py, PyDict>, name: &'static str) -> PyResult<Bound<'py, PyAny>> {
    columns.get_item(name)?.ok_or_else(|| PyKeyError::new_err(name))
}

#[pyfunction]
pub fn run(trades: &Bound<'_, PyDict>, quotes: &Bound<'_, PyDict>) -> PyResult<Vec<f64>> {
    let trade_times: PyReadonlyArray1<'_, i64> = column(trades, "time")?.extract()?;
    let times: PyReadonlyArray1<'_, i64> = column(quotes, "time")?.extract()?;
    let prices: PyReadonlyArray1<'_, f64> = column(quotes, "price")?.extract()?;
    let (times, prices) = (times.as_slice()?, prices.as_slice()?);
    trade_times
        .as_slice()?
        .iter()
        .map(|time| {
            let after = times.partition_point(|quote| quote <= time);
            let last = after.checked_sub(1).ok_or_else(|| PyIndexError::new_err("a trade before all quotes"))?;
            Ok(prices[last])
        })
        .collect()
}
