/**
 * A question on the page, as an anywidget module: radio buttons, or boxes to tick where several choices are right, and a
 * place below where the explanation is read out when it comes. Which choice is right is not on the page before it is asked for.
 */

/** The module. Names and arrow keys are HTML's own; JupyterLab is told to leave the keys to the question. */
export const questionModule = `
const signs = { good: '✓', bad: '✗', neutral: '○' };

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** What stands between backticks is code. */
function inline(text) {
  return text.split('\`').map((part, i) => (i % 2 === 1 ? element('code', {}, part) : part));
}

function render({ model, el }) {
  const several = model.get('several');
  const words = model.get('words');
  const inputs = model.get('choices').map(() => element('input', { type: several ? 'checkbox' : 'radio', name: 'choice' }));
  const labels = model.get('choices').map((text, i) =>
    element('label', {}, inputs[i], element('span', {}, String.fromCharCode(97 + i) + ') ', ...inline(text))));
  const group = element('fieldset', {}, element('legend', {}, ...inline(model.get('ask'))), ...labels);
  group.setAttribute('role', several ? 'group' : 'radiogroup');
  group.setAttribute('aria-label', model.get('ask'));
  const status = element('div', { className: 'neurona-answer' });
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');
  const form = element('form', { className: 'neurona-question' }, group,
    element('button', { type: 'submit' }, words.submit), status);
  form.setAttribute('data-lm-suppress-shortcuts', 'true'); // JupyterLab's commands
  form.addEventListener('keydown', (event) => event.stopPropagation()); // and its notebook, which moves by arrows

  const say = (mood, heading, lines) => {
    status.dataset.mood = mood;
    status.replaceChildren(...heading, ...lines.map((line) => element('p', {}, ...inline(line))));
  };
  const write = () => {
    const { mood, heading, lines } = model.get('verdict');
    const chosen = model.get('chosen');
    inputs.forEach((input, i) => { if (chosen.length > 0) input.checked = chosen.includes(i); });
    say(mood, heading ? [element('strong', {}, signs[mood] + ' ', ...inline(heading))] : [], lines);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const answer = inputs.flatMap((input, i) => (input.checked ? [i] : []));
    say('waiting', [], [answer.length === 0 ? words.choose : words.sent]);
    if (answer.length > 0) model.send({ answer });
  });
  model.on('change:verdict', write);
  write();
  el.append(form);
  return () => model.off('change:verdict', write);
}

const front = { render };
export { front as default };
`;

/** Its style: JupyterLab's colours, which follow its theme, and others for pages outside of it. */
export const questionStyle = `
.neurona-question { max-width: 60em; margin: 0.3em 0 1em; font-size: var(--jp-content-font-size1, 14px); color: var(--jp-content-font-color1, inherit); }
.neurona-question fieldset { border: 0; margin: 0; padding: 0; }
.neurona-question legend { font-weight: 600; padding: 0; margin-bottom: 0.4em; }
.neurona-question label { display: flex; align-items: baseline; gap: 0.5em; padding: 0.15em 0.3em; cursor: pointer; border-radius: 3px; }
.neurona-question label:hover { background: var(--jp-layout-color2, rgba(128, 128, 128, 0.15)); }
.neurona-question input { margin: 0; flex: none; accent-color: var(--jp-brand-color1, #1976d2); }
.neurona-question :focus-visible { outline: 2px solid var(--jp-brand-color1, #1976d2); outline-offset: 2px; }
.neurona-question button { margin: 0.5em 0; padding: 0.3em 1em; cursor: pointer; font: inherit; border-radius: 3px;
  color: inherit; background: var(--jp-layout-color2, transparent); border: 1px solid var(--jp-border-color0, #888); }
.neurona-question p { margin: 0.3em 0; }
.neurona-answer:not(:empty) { border-left: 4px solid var(--jp-border-color0, #888); padding: 0.2em 0 0.2em 0.8em; }
.neurona-answer[data-mood='good'] { border-color: var(--jp-success-color1, #1b7f3b); }
.neurona-answer[data-mood='bad'] { border-color: var(--jp-warn-color0, #b35900); }
`;
