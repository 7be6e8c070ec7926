//! Both columns are read in place.
use std::collections::HashMap;

use numpy::PyReadonlyArray1;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

#[pyfunction]
pub fn run(columns: &Bound<'_, PyDict>) -> PyResult<Vec<f64>> {
    let missing = |name: &'static str| PyKeyError::new_err(name);
    let account: PyReadonlyArray1<'_, i64> =
        columns.get_item("account")?.ok_or_else(|| missing("account"))?.extract()?;
    let amount: PyReadonlyArray1<'_, f64> = columns.get_item("amount")?.ok_or_else(|| missing("amount"))?.extract()?;
    let mut balances: HashMap<i64, f64> = HashMap::new();
    Ok(account
        .as_array()
        .iter()
        .zip(amount.as_array())
        .map(|(&account, &amount)| {
            let balance = balances.entry(account).or_insert(0.0);
            *balance += amount;
            *balance
        })
        .collect())
}
