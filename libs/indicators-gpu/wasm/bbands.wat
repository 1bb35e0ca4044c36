;; Bands around a moving mean, from running sums that go from bar to bar as those of the stream do, to the bit; what is
;; made of them is made for two bars at a time.
;;
;; All sizes and addresses are in bytes, eight for a value. A stretch has room for 8,192 values, of which the first are
;; the window before the bars that count:
;;        0  the sum of the distances from the anchor, that of their squares, and the highest that this has been: read at
;;           the start and written at the end
;;       64  values
;;    66688  upper bands
;;   133312  middles
;;   199936  lower bands
;; These places are not a whole number of pages apart, so that the same index does not fall into the same line of a cache.
;;
;; `npx nx run indicators-gpu:wasm` makes src/lib/overlap/bbands/bbands.wasm.ts of this file.
(module
  (memory (import "env" "memory") 5)

  ;; Bands of the bars from `at` to before `to`, in pairs: of an odd number the last is left over. Ends before a pair that
  ;; may need fresh sums, because the scatter of one of its bars is less than the part `least` of the highest, and returns
  ;; where that is. What is not a number never ends it: the caller sees it in the sums.
  (func (export "bands")
    (param $at i32) (param $to i32) (param $period i32)
    (param $anchor f64) (param $share f64) (param $up f64) (param $down f64) (param $least f64)
    (result i32)
    (local $sum f64) (local $squares f64) (local $nextSum f64) (local $nextSquares f64)
    (local $come v128) (local $gone v128) (local $moved v128)
    (local $sums v128) (local $both v128) (local $peak v128) (local $peaks v128)
    (local $mean v128) (local $scatter v128) (local $root v128)
    (local $anchors v128) (local $shares v128) (local $ups v128) (local $downs v128) (local $leasts v128)
    (local.set $sum (f64.load (i32.const 0)))
    (local.set $squares (f64.load (i32.const 8)))
    (local.set $peak (v128.load64_splat (i32.const 16)))
    (local.set $anchors (f64x2.splat (local.get $anchor)))
    (local.set $shares (f64x2.splat (local.get $share)))
    (local.set $ups (f64x2.splat (local.get $up)))
    (local.set $downs (f64x2.splat (local.get $down)))
    (local.set $leasts (f64x2.splat (local.get $least)))
    (local.set $to (i32.sub (local.get $to) (i32.const 8)))
    (block $stop
      (br_if $stop (i32.ge_s (local.get $at) (local.get $to)))
      (loop $pairs
        (local.set $come (f64x2.sub (v128.load offset=64 align=8 (local.get $at)) (local.get $anchors)))
        (local.set $gone
          (f64x2.sub
            (v128.load offset=64 align=8 (i32.sub (local.get $at) (local.get $period)))
            (local.get $anchors)))
        (local.set $moved (f64x2.sub (local.get $come) (local.get $gone)))
        (local.set $come (f64x2.mul (local.get $moved) (f64x2.add (local.get $come) (local.get $gone))))

        ;; The sums of the first bar into both lanes, then those of the second into its own.
        (local.set $nextSum (f64.add (local.get $sum) (f64x2.extract_lane 0 (local.get $moved))))
        (local.set $nextSquares (f64.add (local.get $squares) (f64x2.extract_lane 0 (local.get $come))))
        (local.set $sums (f64x2.splat (local.get $nextSum)))
        (local.set $both (f64x2.splat (local.get $nextSquares)))
        (local.set $nextSum (f64.add (local.get $nextSum) (f64x2.extract_lane 1 (local.get $moved))))
        (local.set $nextSquares (f64.add (local.get $nextSquares) (f64x2.extract_lane 1 (local.get $come))))
        (local.set $sums (f64x2.replace_lane 1 (local.get $sums) (local.get $nextSum)))
        (local.set $both (f64x2.replace_lane 1 (local.get $both) (local.get $nextSquares)))

        ;; The highest of all bars up to the second, in both lanes. For the first it may be too high: then the pair is left
        ;; to the caller for nothing.
        (local.set $peaks (f64x2.pmax (local.get $both) (local.get $peak)))
        (local.set $peaks
          (f64x2.pmax
            (local.get $peaks)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $peaks) (local.get $peaks))))
        (local.set $mean (f64x2.mul (local.get $sums) (local.get $shares)))
        (local.set $scatter (f64x2.sub (local.get $both) (f64x2.mul (local.get $sums) (local.get $mean))))
        (br_if $stop
          (i64x2.bitmask
            (f64x2.lt (local.get $scatter) (f64x2.mul (local.get $peaks) (local.get $leasts)))))

        (local.set $root (f64x2.sqrt (local.get $scatter)))
        (local.set $mean (f64x2.add (local.get $anchors) (local.get $mean)))
        (v128.store offset=66688 align=8 (local.get $at)
          (f64x2.add (local.get $mean) (f64x2.mul (local.get $root) (local.get $ups))))
        (v128.store offset=133312 align=8 (local.get $at) (local.get $mean))
        (v128.store offset=199936 align=8 (local.get $at)
          (f64x2.sub (local.get $mean) (f64x2.mul (local.get $root) (local.get $downs))))
        (local.set $sum (local.get $nextSum))
        (local.set $squares (local.get $nextSquares))
        (local.set $peak (local.get $peaks))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $pairs (i32.lt_s (local.get $at) (local.get $to)))))
    (f64.store (i32.const 0) (local.get $sum))
    (f64.store (i32.const 8) (local.get $squares))
    (f64.store (i32.const 16) (f64x2.extract_lane 0 (local.get $peak)))
    (local.get $at)))
