import comments from '../messages/ar/comments.json';
import councils from '../messages/ar/councils.json';
import ideas from '../messages/ar/ideas.json';
import municipalities from '../messages/ar/municipalities.json';
import problems from '../messages/ar/problems.json';
import shell from '../messages/ar/shell.json';

export default {
  comments,
  councils,
  ideas,
  municipalities,
  problems,
  shell,
};
