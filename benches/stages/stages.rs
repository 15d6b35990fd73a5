//! `cargo bench`: how long each stage takes by itself on the fixed texts, natively.

use std::time::Duration;

use criterion::{Criterion, Throughput};
use mitjul::Options;
use mitjul::stages::{STAGES, Stages};

const TEXTS: [(&str, &str); 3] = [
    ("board", include_str!("../texts/board.txt")),
    ("english", include_str!("../texts/english.txt")),
    ("long", include_str!("../texts/long.txt")),
];

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .configure_from_args();
    for (name, text) in TEXTS {
        let stages = Stages::new(text, Options::default());
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        for (stage, run) in STAGES {
            group.bench_function(*stage, |b| b.iter(|| run(&stages)));
        }
    }
    criterion.final_summary();
}
