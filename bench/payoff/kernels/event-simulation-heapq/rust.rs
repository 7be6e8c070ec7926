//! Two lists of floats in, three numbers out; the whole simulation lives in Rust.
use std::cmp::Ordering;
use std::collections::{BinaryHeap, VecDeque};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

enum Kind {
    Arrival,
    Departure,
}

struct Event {
    time: f64,
    number: usize,
    kind: Kind,
    customer: usize,
}

impl Ord for Event {
    /// The earliest event is the greatest: BinaryHeap hands out the greatest first.
    fn cmp(&self, other: &Self) -> Ordering {
        other.time.total_cmp(&self.time).then(other.number.cmp(&self.number))
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Event {}

struct Station {
    service_times: Vec<f64>,
    free: usize,
    waiting: VecDeque<(usize, f64)>,
    events: BinaryHeap<Event>,
    total_wait: f64,
    longest_queue: usize,
    scheduled: usize,
}

impl Station {
    fn schedule(&mut self, time: f64, kind: Kind, customer: usize) {
        self.events.push(Event { time, number: self.scheduled, kind, customer });
        self.scheduled += 1;
    }

    fn start(&mut self, time: f64, customer: usize) {
        self.free -= 1;
        self.schedule(time + self.service_times[customer], Kind::Departure, customer);
    }

    fn handle(&mut self, event: Event) {
        match event.kind {
            Kind::Arrival if self.free > 0 => self.start(event.time, event.customer),
            Kind::Arrival => {
                self.waiting.push_back((event.customer, event.time));
                self.longest_queue = self.longest_queue.max(self.waiting.len());
            }
            Kind::Departure => {
                self.free += 1;
                if let Some((customer, since)) = self.waiting.pop_front() {
                    self.total_wait += event.time - since;
                    self.start(event.time, customer);
                }
            }
        }
    }
}

#[pyfunction]
pub fn run(py: Python<'_>, arrivals: Vec<f64>, service_times: Vec<f64>, servers: usize) -> PyResult<(f64, usize, f64)> {
    if arrivals.len() != service_times.len() {
        return Err(PyValueError::new_err("as many service times as arrivals expected"));
    }
    Ok(py.detach(|| {
        let mut station = Station {
            service_times,
            free: servers,
            waiting: VecDeque::new(),
            events: BinaryHeap::new(),
            total_wait: 0.0,
            longest_queue: 0,
            scheduled: 0,
        };
        for (customer, time) in arrivals.into_iter().enumerate() {
            station.schedule(time, Kind::Arrival, customer);
        }
        let mut now = 0.0;
        while let Some(event) = station.events.pop() {
            now = event.time;
            station.handle(event);
        }
        (station.total_wait, station.longest_queue, now)
    }))
}
