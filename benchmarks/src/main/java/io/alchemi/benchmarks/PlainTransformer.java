package io.alchemi.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import org.jspecify.annotations.Nullable;

/** Transformer layers of DJL's own blocks, in PyTorch's order with the norms after the sums. */
final class PlainTransformer {
    private static final float EPSILON = 1e-5f;

    private final int heads;
    private final float dropout;

    PlainTransformer(int heads, double dropout) {
        this.heads = heads;
        this.dropout = (float) dropout;
    }

    NDArray encoder(Weights weights, int depth, NDArray x, @Nullable NDArray keyBias) {
        NDArray y = x;
        for (int i = 0; i < depth; i++) {
            Weights layer = weights.in("layers." + i);
            y = layerNorm(layer.in("norm1"), y.add(drop(attention(layer.in("self_attn"), y, y, keyBias))));
            y = layerNorm(layer.in("norm2"), y.add(drop(feedForward(layer, y))));
        }
        return y;
    }

    NDArray decoder(Weights weights, int depth, NDArray x, NDArray memory) {
        NDArray y = x;
        for (int i = 0; i < depth; i++) {
            Weights layer = weights.in("layers." + i);
            y = layerNorm(layer.in("norm1"), y.add(drop(attention(layer.in("self_attn"), y, y, null))));
            y = layerNorm(layer.in("norm2"), y.add(drop(attention(layer.in("multihead_attn"), y, memory, null))));
            y = layerNorm(layer.in("norm3"), y.add(drop(feedForward(layer, y))));
        }
        return y;
    }

    private NDArray feedForward(Weights layer, NDArray x) {
        return linear(layer.in("linear2"), drop(Activation.relu(linear(layer.in("linear1"), x))));
    }

    private NDArray attention(Weights weights, NDArray x, NDArray memory, @Nullable NDArray keyBias) {
        NDArray weight = weights.get("in_proj_weight");
        NDArray bias = weights.get("in_proj_bias");
        NDList parts;
        if (x == memory) {
            parts = Linear.linear(x, weight, bias).singletonOrThrow().split(3, 2);
        } else {
            long[] afterQuery = {x.getShape().get(2)};
            NDList weightParts = weight.split(afterQuery, 0);
            NDList biasParts = bias.split(afterQuery, 0);
            parts = Linear.linear(x, weightParts.get(0), biasParts.get(0));
            parts.addAll(Linear.linear(memory, weightParts.get(1), biasParts.get(1))
                    .singletonOrThrow()
                    .split(2, 2));
        }
        Shape shape = x.getShape();
        // An array instead of a Java number, because DJL's gradient through an operator with a number may be garbage.
        NDArray root = x.getManager().full(new Shape(), (float) Math.sqrt((double) shape.get(2) / heads));
        NDArray scores =
                byHead(parts.get(0)).matMul(byHead(parts.get(1)).swapAxes(2, 3)).div(root);
        NDArray probabilities = drop((keyBias == null ? scores : scores.add(keyBias)).softmax(-1));
        NDArray heard =
                probabilities.matMul(byHead(parts.get(2))).swapAxes(1, 2).reshape(shape);
        return linear(weights.in("out_proj"), heard);
    }

    private NDArray byHead(NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), shape.get(1), heads, shape.get(2) / heads)
                .swapAxes(1, 2);
    }

    private NDArray drop(NDArray x) {
        return Dropout.dropout(x, dropout, true).singletonOrThrow();
    }

    static NDArray linear(Weights module, NDArray x) {
        return Linear.linear(x, module.get("weight"), module.get("bias")).singletonOrThrow();
    }

    static NDArray layerNorm(Weights module, NDArray x) {
        NDArray scale = module.get("weight");
        return LayerNorm.layerNorm(x, scale.getShape(), scale, module.get("bias"), EPSILON)
                .singletonOrThrow();
    }
}
