// The main views, which tests visit and pictures show.

export const VIEWS = {
  home: '/',
  answer: '/?ask=what+does+12/4+recall',
  choice: '/?ask=what+does+12/1+recall',
  lineage: '/?draw=ctoc-cop/resolution/12/1&way=backward&depth=3',
  act: '/?read=ctoc-cop/resolution/12/4',
  session: '/?read=body/ctoc-cop/session/12',
  state: '/?read=state/mex',
  treaty: '/?read=treaty/firearms-protocol',
  compare: '/?compare=ctoc-cop/resolution/12/3&with=ctoc-cop/resolution/12/4&by=sponsoredBy',
  count: '/?count',
  browse: '/?browse&body=ctoc-cop',
  register: '/?register&addressee=organization/unodc',
  ends: '/?register&show=ends',
  words: '/?compare=ctoc-cop/resolution/12/3&with=ctoc-cop/resolution/12/4&by=words',
  body: '/?read=body/ctoc-cop',
};
