/** Models that tfjs lacks, made of its tensors and layers: transformers, generative models, maps and embeddings. */
export { attention, type Attention, type AttentionOptions } from './attention';
export { bert } from './bert';
export { type OptimizerOptions } from './descend';
export { gan, type GAN, type GANOptions, type GANStep } from './gan';
export { generate, type GenerateOptions } from './generate';
export { gpt } from './gpt';
export { type LanguageModelOptions } from './language-model';
export { LayerNorm, type LayerNormOptions } from './layer-norm';
export { MultiHeadAttention, type MultiHeadAttentionOptions } from './multi-head-attention';
export { type SampleOptions } from './noise';
export { PaddingMask } from './padding-mask';
export { PositionalEncoding, positionalEncoding, type PositionalEncodingOptions } from './positional-encoding';
export { klDivergence, Sampling, type SamplingOptions } from './sampling';
export { SeededDropout, type SeededDropoutOptions } from './seeded-dropout';
export { transformer, type TransformerOptions } from './transformer';
export { transformerBlock, type TransformerBlockOptions } from './transformer-block';
export { vae, type VAE, type VAEOptions, type VAEStep } from './vae';
