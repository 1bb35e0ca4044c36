;; Average prices by volume over moving windows, from running totals that go from bar to bar as those of the stream do, to
;; the bit. Money and volume of a bar stand side by side, so that both totals are one vector and every step is taken once.
;;
;; All sizes and addresses are in bytes: eight for a value, sixteen for a pair. A stretch has room for 8,192 bars, of which
;; the first are the window before the bars that count:
;;        0  both totals, and the highest that each has been: read at the start and written at the end
;;       64  money and volume of each bar; money is three times what was paid, as the prices of a bar are three
;;   131200  average prices
;;
;; `npx nx run indicators-gpu:wasm` makes src/lib/overlap/rolling-vwap/rolling-vwap.wasm.ts of this file.
(module
  (memory (import "env" "memory") 4)

  ;; Averages of the bars from `at` to before `to`: two at a time as long as both are ordinary, then one by one. Ends before a bar at which a total is less than a `fall`th of its highest,
  ;; or nothing was traded, and returns where that is. What is not a number never ends it: the caller sees it in the totals.
  (func (export "averages")
    (param $at i32) (param $to i32) (param $period i32) (param $fall f64) (param $third f64)
    (result i32)
    (local $pair i32) (local $gone i32) (local $whole i32) (local $traded f64)
    (local $totals v128) (local $peaks v128) (local $next v128) (local $most v128) (local $falls v128)
    (local $second v128) (local $mostOfBoth v128) (local $volumes v128) (local $thirds v128)
    (local.set $totals (v128.load (i32.const 0)))
    (local.set $peaks (v128.load (i32.const 16)))
    (local.set $falls (f64x2.splat (local.get $fall)))
    (local.set $thirds (f64x2.splat (local.get $third)))
    (local.set $whole (i32.sub (local.get $to) (i32.const 8)))
    (local.set $period (i32.shl (local.get $period) (i32.const 1)))
    (block $ordinary
      (br_if $ordinary (i32.ge_s (local.get $at) (local.get $whole)))
      (loop $forward
        (local.set $pair (i32.shl (local.get $at) (i32.const 1)))
        (local.set $gone (i32.sub (local.get $pair) (local.get $period)))
        (local.set $next
          (f64x2.add
            (local.get $totals)
            (f64x2.sub (v128.load offset=64 (local.get $pair)) (v128.load offset=64 (local.get $gone)))))
        (local.set $second
          (f64x2.add
            (local.get $next)
            (f64x2.sub (v128.load offset=80 (local.get $pair)) (v128.load offset=80 (local.get $gone)))))
        (local.set $most (f64x2.pmax (local.get $next) (local.get $peaks)))
        (local.set $mostOfBoth (f64x2.pmax (local.get $second) (local.get $most)))
        (local.set $volumes
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $next) (local.get $second)))
        (br_if $ordinary
          (v128.any_true
            (v128.or
              (v128.or
                (f64x2.lt (f64x2.mul (local.get $next) (local.get $falls)) (local.get $most))
                (f64x2.lt (f64x2.mul (local.get $second) (local.get $falls)) (local.get $mostOfBoth)))
              (f64x2.eq (local.get $volumes) (v128.const f64x2 0 0)))))
        (v128.store offset=131200 align=8 (local.get $at)
          (f64x2.mul
            (f64x2.div
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $next) (local.get $second))
              (local.get $volumes))
            (local.get $thirds)))
        (local.set $totals (local.get $second))
        (local.set $peaks (local.get $mostOfBoth))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $forward (i32.lt_s (local.get $at) (local.get $whole)))))
    (block $stop
      (br_if $stop (i32.ge_s (local.get $at) (local.get $to)))
      (loop $forward
        (local.set $pair (i32.shl (local.get $at) (i32.const 1)))
        (local.set $next
          (f64x2.add
            (local.get $totals)
            (f64x2.sub
              (v128.load offset=64 (local.get $pair))
              (v128.load offset=64 (i32.sub (local.get $pair) (local.get $period))))))
        (local.set $most (f64x2.pmax (local.get $next) (local.get $peaks)))
        (local.set $traded (f64x2.extract_lane 1 (local.get $next)))
        (br_if $stop
          (i64x2.bitmask
            (f64x2.lt (f64x2.mul (local.get $next) (local.get $falls)) (local.get $most))))
        (br_if $stop (f64.eq (local.get $traded) (f64.const 0)))
        (f64.store offset=131200 (local.get $at)
          (f64.mul
            (f64.div (f64x2.extract_lane 0 (local.get $next)) (local.get $traded))
            (local.get $third)))
        (local.set $totals (local.get $next))
        (local.set $peaks (local.get $most))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $forward (i32.lt_s (local.get $at) (local.get $to)))))
    (v128.store (i32.const 0) (local.get $totals))
    (v128.store (i32.const 16) (local.get $peaks))
    (local.get $at)))
