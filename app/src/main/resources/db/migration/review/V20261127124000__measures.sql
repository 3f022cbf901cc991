-- The scorecard asks for the newest measured value of each target.
create index measured_target on review.measured (target);
