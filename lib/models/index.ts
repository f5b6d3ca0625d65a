/** Models that tfjs lacks, made of its tensors and layers: attention, the transformers built on it, fast recurrent layers. */
export { attention, type Attention, type AttentionOptions } from './attention';
export { bert } from './bert';
export { generate, type GenerateOptions } from './generate';
export { gpt } from './gpt';
export { GRU } from './gru';
export { type LanguageModelOptions } from './language-model';
export { LayerNorm, type LayerNormOptions } from './layer-norm';
export { LSTM } from './lstm';
export { MultiHeadAttention, type MultiHeadAttentionOptions } from './multi-head-attention';
export { PaddingMask } from './padding-mask';
export { PositionalEncoding, positionalEncoding, type PositionalEncodingOptions } from './positional-encoding';
export { type RecurrentOptions } from './recurrent';
export { transformer, type TransformerOptions } from './transformer';
export { transformerBlock, type TransformerBlockOptions } from './transformer-block';
