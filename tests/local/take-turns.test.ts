import { expect } from 'chai';
import { takeTurns } from '../../local/take-turns.js';

describe('those who take turns', () => {
  it('are heard one after the other, whoever began first at once', () => {
    let heard = '';
    const begin = takeTurns((text) => (heard += text));
    const [first, second, third] = [begin(), begin(), begin()];
    second.say('b1 ');
    first.say('a1 ');
    expect(heard).to.equal('a1 ');
    third.say('c1 ');
    third.end();
    first.say('a2 ');
    first.end();
    expect(heard).to.equal('a1 a2 b1 ');
    second.say('b2 ');
    expect(heard).to.equal('a1 a2 b1 b2 ');
    second.end();
    expect(heard).to.equal('a1 a2 b1 b2 c1 ');
  });

  it('are heard at once when nobody speaks before them any more', () => {
    let heard = '';
    const begin = takeTurns((text) => (heard += text));
    begin().end();
    begin().say('alone');

    expect(heard).to.equal('alone');
  });
});
