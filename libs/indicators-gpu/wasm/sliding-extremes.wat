;; Sliding extremes: the highest and the lowest of every window of a stretch of values, two windows at a time.
;;
;; All sizes and addresses are in bytes, eight for a value. The memory has room for stretches of 262,144 values:
;;         0  the values to go through
;;   2098240  ends of blocks
;;   4196480  the highest of each window
;;   6294720  the lowest of each window
;;   8392960  where each value stands in its window
;; These places are a little more than two mebibytes apart, so that the same index does not fall into the same line of a
;; cache. Functions go through pairs, and may take two values too many and give one result too many: the caller puts two
;; finite values behind those that count.
;;
;; `pmax` and `pmin` are one instruction each and pass over what is not a number. What is not finite is found by the sum
;; of values times zero, which every function returns: zero, or not a number. Zero is added to extremes, which makes one
;; zero of the two that there are.
;;
;; `npx nx run indicators-gpu:wasm` makes src/lib/window/extremes/sliding-extremes.wasm.ts of this file.
(module
  (memory (import "env" "memory") 161)

  ;; The highest of each of `windows` windows of `period` values, which are two at least. Looks for holes in as many values
  ;; as there are windows.
  ;;
  ;; Van Herk's way: the values are cut into blocks as long as the window, and the extreme of a window is that of the end
  ;; of one block and the beginning of the next. Ends and beginnings are running extremes, so a value costs the same
  ;; whatever the period. Here they run over pairs of neighbours, the even ones in the first lane and the odd ones in the
  ;; second, and a block is as long as the even part of the period. The newest value of an odd period is in no pair and
  ;; has a look of its own; that of an even one is made no number for it, and passed over.
  (func (export "highest") (param $windows i32) (param $period i32) (result f64)
    (local $length i32) (local $block i32) (local $at i32) (local $ahead i32) (local $stop i32)
    (local $value v128) (local $best v128) (local $unpaired v128) (local $holes v128)
    (local.set $length (i32.and (local.get $period) (i32.const -16)))
    (local.set $unpaired
      (select
        (v128.const i64x2 -1 -1)
        (v128.const i64x2 0 0)
        (i32.eq (local.get $period) (local.get $length))))
    (loop $blocks
      ;; Ends: from the last pair of the block to the first.
      (local.set $best (v128.const f64x2 -inf -inf))
      (local.set $at (i32.add (local.get $block) (local.get $length)))
      (loop $backward
        (local.set $at (i32.sub (local.get $at) (i32.const 16)))
        (local.set $value (v128.load align=8 (local.get $at)))
        (local.set $holes
          (f64x2.add (local.get $holes) (f64x2.mul (local.get $value) (v128.const f64x2 0 0))))
        (local.set $best
          (f64x2.pmax
            (local.get $best)
            (f64x2.pmax (local.get $value) (v128.load offset=8 align=8 (local.get $at)))))
        (v128.store offset=2098240 align=8 (local.get $at) (local.get $best))
        (br_if $backward (i32.gt_u (local.get $at) (local.get $block))))

      ;; Beginnings: of the block behind this one. The first two windows end with this block.
      (local.set $best (v128.const f64x2 -inf -inf))
      (local.set $ahead (i32.add (local.get $at) (local.get $length)))
      (local.set $stop
        (select
          (local.get $ahead)
          (local.get $windows)
          (i32.lt_u (local.get $ahead) (local.get $windows))))
      (loop $forward
        (local.set $value (v128.load align=8 (local.get $ahead)))
        (v128.store offset=4196480 align=8
          (local.get $at)
          (f64x2.add
            (f64x2.pmax
              (f64x2.pmax (v128.load offset=2098240 align=8 (local.get $at)) (local.get $best))
              (v128.or (local.get $value) (local.get $unpaired)))
            (v128.const f64x2 0 0)))
        (local.set $best
          (f64x2.pmax
            (local.get $best)
            (f64x2.pmax (local.get $value) (v128.load offset=8 align=8 (local.get $ahead)))))
        (local.set $ahead (i32.add (local.get $ahead) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $forward (i32.lt_u (local.get $at) (local.get $stop))))
      (local.set $block (i32.add (local.get $block) (local.get $length)))
      (br_if $blocks (i32.lt_u (local.get $block) (local.get $windows))))
    (call $sum (local.get $holes)))

  ;; The lowest, likewise.
  (func (export "lowest") (param $windows i32) (param $period i32) (result f64)
    (local $length i32) (local $block i32) (local $at i32) (local $ahead i32) (local $stop i32)
    (local $value v128) (local $best v128) (local $unpaired v128) (local $holes v128)
    (local.set $length (i32.and (local.get $period) (i32.const -16)))
    (local.set $unpaired
      (select
        (v128.const i64x2 -1 -1)
        (v128.const i64x2 0 0)
        (i32.eq (local.get $period) (local.get $length))))
    (loop $blocks
      ;; Ends: from the last pair of the block to the first.
      (local.set $best (v128.const f64x2 inf inf))
      (local.set $at (i32.add (local.get $block) (local.get $length)))
      (loop $backward
        (local.set $at (i32.sub (local.get $at) (i32.const 16)))
        (local.set $value (v128.load align=8 (local.get $at)))
        (local.set $holes
          (f64x2.add (local.get $holes) (f64x2.mul (local.get $value) (v128.const f64x2 0 0))))
        (local.set $best
          (f64x2.pmin
            (local.get $best)
            (f64x2.pmin (local.get $value) (v128.load offset=8 align=8 (local.get $at)))))
        (v128.store offset=2098240 align=8 (local.get $at) (local.get $best))
        (br_if $backward (i32.gt_u (local.get $at) (local.get $block))))

      ;; Beginnings: of the block behind this one. The first two windows end with this block.
      (local.set $best (v128.const f64x2 inf inf))
      (local.set $ahead (i32.add (local.get $at) (local.get $length)))
      (local.set $stop
        (select
          (local.get $ahead)
          (local.get $windows)
          (i32.lt_u (local.get $ahead) (local.get $windows))))
      (loop $forward
        (local.set $value (v128.load align=8 (local.get $ahead)))
        (v128.store offset=6294720 align=8
          (local.get $at)
          (f64x2.add
            (f64x2.pmin
              (f64x2.pmin (v128.load offset=2098240 align=8 (local.get $at)) (local.get $best))
              (v128.or (local.get $value) (local.get $unpaired)))
            (v128.const f64x2 0 0)))
        (local.set $best
          (f64x2.pmin
            (local.get $best)
            (f64x2.pmin (local.get $value) (v128.load offset=8 align=8 (local.get $ahead)))))
        (local.set $ahead (i32.add (local.get $ahead) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $forward (i32.lt_u (local.get $at) (local.get $stop))))
      (local.set $block (i32.add (local.get $block) (local.get $length)))
      (br_if $blocks (i32.lt_u (local.get $block) (local.get $windows))))
    (call $sum (local.get $holes)))

  ;; Where each value stands in the range of its window: 0 at the bottom, 100 at the top; 0 where there is no range.
  (func (export "positions") (param $windows i32) (param $out i32) (result f64)
    (local $at i32) (local $value v128) (local $top v128) (local $bottom v128) (local $range v128) (local $holes v128)
    (loop $forward
      (local.set $value (v128.load align=8 (local.get $at)))
      (local.set $holes
        (f64x2.add (local.get $holes) (f64x2.mul (local.get $value) (v128.const f64x2 0 0))))
      (local.set $top (v128.load offset=4196480 align=8 (local.get $at)))
      (local.set $bottom (v128.load offset=6294720 align=8 (local.get $at)))
      (local.set $range (f64x2.sub (local.get $top) (local.get $bottom)))
      (v128.store offset=8392960 align=8
        (i32.add (local.get $out) (local.get $at))
        (v128.and
          (f64x2.mul
            (f64x2.div (f64x2.sub (local.get $value) (local.get $bottom)) (local.get $range))
            (v128.const f64x2 100 100))
          (f64x2.ne (local.get $range) (v128.const f64x2 0 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $forward (i32.lt_u (local.get $at) (local.get $windows))))
    (call $sum (local.get $holes)))

  ;; How far each value is below the top of its window: 0 at the top, -100 at the bottom; 0 where there is no range.
  (func (export "depths") (param $windows i32) (param $out i32) (result f64)
    (local $at i32) (local $value v128) (local $top v128) (local $bottom v128) (local $range v128) (local $holes v128)
    (loop $forward
      (local.set $value (v128.load align=8 (local.get $at)))
      (local.set $holes
        (f64x2.add (local.get $holes) (f64x2.mul (local.get $value) (v128.const f64x2 0 0))))
      (local.set $top (v128.load offset=4196480 align=8 (local.get $at)))
      (local.set $bottom (v128.load offset=6294720 align=8 (local.get $at)))
      (local.set $range (f64x2.sub (local.get $top) (local.get $bottom)))
      (v128.store offset=8392960 align=8
        (i32.add (local.get $out) (local.get $at))
        (v128.and
          (f64x2.mul
            (f64x2.div (f64x2.sub (local.get $value) (local.get $top)) (local.get $range))
            (v128.const f64x2 100 100))
          (f64x2.ne (local.get $range) (v128.const f64x2 0 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $forward (i32.lt_u (local.get $at) (local.get $windows))))
    (call $sum (local.get $holes)))

  (func $sum (param $pair v128) (result f64)
    (f64.add (f64x2.extract_lane 0 (local.get $pair)) (f64x2.extract_lane 1 (local.get $pair)))))
